import { scheduled } from '../../platform/jobs.ts'
import { askOutside } from '../../platform/post-outside.ts'
import { tellOutlets } from './actions/telling.ts'

/** Each minute: tells of new posts on the network’s accounts elsewhere, and takes away what was said of withdrawn ones. */
export const tellElsewhere = scheduled('outlets.tell', '* * * * *', (app) => tellOutlets(app, askOutside))
