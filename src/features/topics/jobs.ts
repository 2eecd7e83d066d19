import { scheduledAwake } from '../../platform/jobs.ts'
import { mailTopicInTime, reportMissedTopic } from './actions/mails.ts'
import { missedTopics, unmailedTopics } from './queries/topics.ts'

/** Each minute: writes to the participants of a round about a topic whose time has come. */
export const mailTopics = scheduledAwake('topics.mail', '* * * * *', async (app) => {
  for (const { roundId, number } of await unmailedTopics(app.db, app.now())) {
    await app.db.transaction().execute((tx) => mailTopicInTime(app, tx, roundId, number))
  }
})

/** Each hour: tells the editors of a topic that came out while nothing could be mailed, and is no news any more. */
export const reportMissedTopics = scheduledAwake('topics.missed', '5 * * * *', async (app) => {
  for (const { roundId, number } of await missedTopics(app.db, app.now())) {
    await reportMissedTopic(app, roundId, number)
  }
})
