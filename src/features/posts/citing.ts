import { type Post, stateOf } from './post.ts'

/**
 * Whether there is something to be put right before its readers: it is public, and its text is another than the one with
 * which it came out.
 *
 * @param textAt when its newest text was saved
 */
export const isCorrectable = (
  post: Pick<Post, 'publishAt' | 'withdrawnAt' | 'revision'>,
  textAt: Date,
  now: Date,
): boolean =>
  stateOf(post, now) === 'published' &&
  post.revision > 1 &&
  post.publishAt !== null &&
  textAt > post.publishAt
