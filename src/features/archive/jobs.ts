import { scheduled } from '../../platform/jobs.ts'
import { indexPosts } from './actions/indexing.ts'

/** Each minute: brings the search up to what has come out, changed or been withdrawn. */
export const keepIndex = scheduled('archive.index', '* * * * *', async (app) => {
  await indexPosts(app)
})
