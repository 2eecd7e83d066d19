import type { BelowPost } from '../../people/index.ts'
import { fullHandle } from '../channel.ts'
import { notePath } from '../paths.ts'
import { openChannels } from '../queries/channels.ts'
import { toldOf } from '../queries/posts.ts'

/** Names the blog as the author of what is shared, and leads servers from the page of a post to what can be answered. */
export const creatorInHead: BelowPost = {
  // All that it shows changes with what pages look at anyway.
  version: async () => '',
  async read(app, postId) {
    const [blog] = await openChannels(app.db)
    if (!blog) return () => ({ shown: null, head: null })
    const told = await toldOf(app.db, postId)
    return () => ({
      shown: null,
      head: (
        <>
          <meta name="fediverse:creator" content={fullHandle(blog.handle, app.origin)} />
          {told?.endedAt === null ? (
            <link rel="alternate" type="application/activity+json" href={app.origin + notePath(postId)} />
          ) : null}
        </>
      ),
    })
  },
}
