import { scheduled } from '../../platform/jobs.ts'
import { mailTopic } from './actions.ts'
import { unmailedTopics } from './queries.ts'

/** Each minute: writes to the participants of a round about a topic whose time has come. */
export const mailTopics = scheduled('topics.mail', '* * * * *', async (app) => {
  for (const { roundId, number } of await unmailedTopics(app.db, app.now())) {
    await app.db.transaction().execute((tx) => mailTopic(app, tx, roundId, number))
  }
})
