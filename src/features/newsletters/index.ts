/** Newsletters: what readers of the blog get by email: each post, digests, and the issues that editors compose. */
export { subscribe } from './actions/subscribing.ts'
