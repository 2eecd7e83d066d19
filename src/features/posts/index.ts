/** Posts: the public blog and its feeds. */
export {
  changePost,
  lockPost,
  type PostText,
  restorePost,
  setPublishAt,
  startPost,
  withdrawPost,
} from './actions.ts'
export { type FeedEntry, type FeedSource, rss } from './feeds.ts'
export { Article } from './pages/article.tsx'
export { feedEntry, feedSource } from './pages/feed-entry.tsx'
export { postPath } from './paths.ts'
export { hasBeenPublic, type Post, type PostState, stateOf } from './post.ts'
export type { FullPost } from './queries.ts'
export { renderedPost } from './rendered.ts'
