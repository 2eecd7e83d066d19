/** Posts: the public blog and its feeds. */
export { bringAgain, bringPost } from './actions/bringing.ts'
export { approvePost, takePostBack } from './actions/coming-out.ts'
export { noteOnPost, placePost, proposePost, submitPost } from './actions/course.ts'
export { emptyPost, unsignPost } from './actions/forgetting.ts'
export { holdScheduled, letScheduledGo } from './actions/holding.ts'
export {
  refuseOwnReview,
  restorePost,
  setAgreement,
  setLicence,
  setPublishAt,
  withdrawPost,
} from './actions/public.ts'
export { keepForMerge, saveText } from './actions/saving.ts'
export { tellWithheld } from './actions/telling.ts'
export { changePost, lockPost, type PostText, startPost } from './actions/writing.ts'
export { authorsIn, MOST_AUTHORS, type Signed } from './author.ts'
export { waitingFor } from './course.ts'
export { atom, entryId, type FeedEntry, type FeedSource, rss } from './feeds.ts'
export { type Filter, monthIn, tagKey, yearIn } from './filter.ts'
export { eachOnce, type Once } from './once.ts'
export { Article, bylineOf, Kicker, Said } from './pages/article.tsx'
export { ComparedTexts } from './pages/compared.tsx'
export { feedEntry, feedSource } from './pages/feed-entry.tsx'
export { FeedLinks } from './pages/feeds.tsx'
export { publishedFrom } from './pages/head.tsx'
export { PostEntry } from './pages/lists.tsx'
export { PlaceField } from './pages/office/propose.tsx'
export { OrcidLink } from './pages/orcid.tsx'
export {
  authorPath,
  countryPostsPath,
  feedPath,
  feedsPath,
  languagePath,
  listPath,
  mergePath,
  newPostPath,
  officePostPath,
  postPath,
  revisionsPath,
  roundPostsPath,
  tagPath,
  topicPostsPath,
  yearPath,
} from './paths.ts'
export { hasBeenPublic, hashtagOf, type Post, stageOf, stateOf } from './post.ts'
export { type Published, sortedName } from './published.ts'
export { type PublicAuthor, publicAuthor } from './queries/authors.ts'
export type { DeskPost } from './queries/desk.ts'
export { meant, meantIds } from './queries/filtered.ts'
export { missedPosts } from './queries/held.ts'
export { missedMatters } from './queries/matters.ts'
export {
  postsInPlan,
  type TeamDate,
  type Treated,
  teamDates,
  treatedPosts,
  voicesOf,
} from './queries/plan.ts'
export { isPublic, type ListedPost, type PostPage, postsByIds, publishedPosts } from './queries/public.ts'
export {
  authorNamesColumn,
  authorsColumn,
  correctionsColumn,
  type FullPost,
  type SignedPost,
  signedPosts,
} from './queries/signed.ts'
export { stateOfPublication } from './queries/state.ts'
export { textAt } from './queries/texts.ts'
export { renderedPost, shareRendered } from './rendered.ts'
export type { Revision } from './revision.ts'
export { anyPart, inEachLanguage, publicAnswer, type Versions } from './routes/kept.ts'
export { sentPicture } from './routes/office/sent-picture.ts'
export { comingTime, line, linesOf, pictureFields, sheet } from './schema.ts'
export { sitemapPart } from './sitemap.ts'
export { type Part, parts } from './stage.ts'
export { treatedBefore } from './treated.ts'
