import type { BelowPost } from '../../people/index.ts'
import { takesComments } from '../comment.ts'
import { commentedPostById, ruleOf } from '../queries/post.ts'
import { commentVersion, shownComments } from '../queries/shown.ts'
import { CommentsBelow, CommentsHead } from './below.tsx'

/** The first comments of a post and the form, below its text; the same for everyone who is not signed in. */
export const shownBelow: BelowPost = {
  version: commentVersion,
  async read(app, postId) {
    const post = await commentedPostById(app.db, app.now(), postId)
    const [list, rule] = await Promise.all([shownComments(app.db, post, 1), ruleOf(app.db)])
    return ({ actor, frame }) => {
      const isOpen = takesComments(post, rule, frame.now) && !frame.paused
      const writer = { name: actor.name, isMember: actor.id !== null }
      return {
        head: <CommentsHead frame={frame} post={post} />,
        shown: <CommentsBelow {...{ frame, post, list, isOpen, writer }} />,
      }
    }
  },
}
