import { scheduled } from '../../../platform/jobs.ts'
import { tellAnswers } from '../actions/answering.ts'
import { addLanguages } from '../actions/channels.ts'
import { renewKeys } from '../actions/keys.ts'
import { tellFollowers } from '../actions/telling.ts'
import { onSince } from '../queries/channels.ts'

/** Each minute: tells followers of posts, and of answers to what they wrote. */
export const tell = scheduled('fediverse.tell', '* * * * *', async (app) => {
  if ((await onSince(app.db)) === null) return
  await renewKeys(app)
  await addLanguages(app)
  await tellFollowers(app)
  await tellAnswers(app)
})
