import { scheduled } from '../../platform/jobs.ts'
import { tellOfNews } from './actions/news.ts'

/** Each minute: tells subscribers of what has come out. */
export const tellNews = scheduled('newsletters.news', '* * * * *', async (app) => {
  await tellOfNews(app)
})
