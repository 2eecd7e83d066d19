import { scheduledAwake } from '../../platform/jobs.ts'
import { tellOfNews } from './actions/news.ts'
import { sendDueIssues } from './actions/sending.ts'

/** Each minute: tells subscribers of what has come out. */
export const tellNews = scheduledAwake('newsletters.news', '* * * * *', async (app) => {
  await tellOfNews(app)
})

/** Each minute: sends the issues whose time has come, and goes on with those that were resumed. */
export const sendIssues = scheduledAwake('newsletters.issues', '* * * * *', async (app) => {
  await sendDueIssues(app)
})
