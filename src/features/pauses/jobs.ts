import { scheduled } from '../../platform/jobs.ts'
import { tellOfPause } from './actions.ts'

/** Each minute: tells whoever was not told yet that the network is paused. */
export const tellPaused = scheduled('pauses.tell', '* * * * *', tellOfPause)
