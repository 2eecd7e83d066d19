/** Newsletters: what readers of the blog get by email: each post, digests, and the issues that editors compose. */
export { decideIssue } from './actions/deciding.ts'
export { tellOfNews } from './actions/news.ts'
export { sendDueIssues } from './actions/sending.ts'
export { subscribe } from './actions/subscribing.ts'
export { addPosts, beginIssue, saveIssueText } from './actions/writing.ts'
export { issueById, offeredPosts } from './queries/issues.ts'
