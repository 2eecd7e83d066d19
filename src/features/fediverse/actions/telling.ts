import { createHash } from 'node:crypto'
import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { networkIn, pausedSince } from '../../../platform/network/index.ts'
import type { SignedPost } from '../../posts/index.ts'
import type { Channel } from '../channel.ts'
import { contentOf } from '../content.ts'
import { notePath } from '../paths.ts'
import { allChannels, onSince } from '../queries/channels.ts'
import { changedPosts, channelsOf, gonePosts, untoldPosts } from '../queries/posts.ts'
import { goneJson, postNote, sayingNote, sharingJson } from '../speaking/notes.ts'
import { toldPost } from '../speaking/told-post.ts'
import { sayToFollowers } from './sending.ts'

/**
 * Tells followers of what has come out, of what reads differently since, and of what is gone. Each is told once, in the order
 * in which it came out; cut off, it goes on where it was. A network that is paused tells only what is gone.
 */
export async function tellFollowers(app: App): Promise<void> {
  const since = await onSince(app.db)
  const channels = since ? await allChannels(app.db) : []
  const blog = channels.find(({ kind }) => kind === 'blog')
  if (!since || !blog) return
  const telling = { app, blog, channels }
  for (const { id } of await gonePosts(app.db, app.now())) await tellGone(telling, id)
  if ((await pausedSince(app.db)) !== null || blog.movedTo !== null) return
  for (const post of await untoldPosts(app.db, app.now(), since)) await tellNew(telling, post)
  for (const post of await changedPosts(app.db, app.now())) await tellChanged(telling, post)
}

type Telling = { app: App; blog: Channel; channels: readonly Channel[] }

async function tellNew({ app, blog, channels }: Telling, post: SignedPost): Promise<void> {
  const { said, note } = await noteOf(app, blog, post)
  const create = await sayingNote({ origin: app.origin, channel: blog }, note, 'created')
  const others = await channelsOf(app.db, post.id, channels)
  const shares = await Promise.all(
    others.map(async (channel) => ({
      once: `share:${channel.id}:${post.id}`,
      channelId: channel.id,
      json: await sharingJson({ origin: app.origin, channel }, { id: post.id, at: app.now() }),
    })),
  )
  await app.db.transaction().execute(async (tx) => {
    const kept = await tx
      .insertInto('fediversePost')
      .values({ postId: post.id, said, toldAt: app.now(), changedAt: post.updatedAt })
      .onConflict((conflict) => conflict.column('postId').doNothing())
      .returning('postId')
      .executeTakeFirst()
    // Another worker was first.
    if (!kept) return
    await sayToFollowers(app, tx, { once: `post:${post.id}`, channelId: blog.id, json: create }, [blog.id])
    for (const share of shares) await sayToFollowers(app, tx, share, [share.channelId])
  })
}

/** What followers read is title, summary, address, tags and picture: of another text below it they are not told. */
async function tellChanged(telling: Telling, post: SignedPost): Promise<void> {
  const { app, blog } = telling
  const { said, note } = await noteOf(app, blog, post)
  const mark = `updated-${said.toString('hex').slice(0, 16)}-${post.updatedAt.getTime()}` as const
  const update = await sayingNote({ origin: app.origin, channel: blog }, note, mark)
  const readers = await readersOf(telling, post.id)
  await app.db.transaction().execute(async (tx) => {
    const before = await lockedPost(tx, post.id)
    if (!before) return
    await tx
      .updateTable('fediversePost')
      .set({ said, changedAt: post.updatedAt })
      .where('postId', '=', post.id)
      .execute()
    if (before.said.equals(said)) return
    const once = `post:${post.id}:${mark}`
    await sayToFollowers(app, tx, { once, channelId: blog.id, json: update }, readers)
  })
}

async function tellGone(telling: Telling, id: string): Promise<void> {
  const { app, blog } = telling
  const json = await goneJson({ origin: app.origin, channel: blog }, notePath(id), app.now())
  const readers = await readersOf(telling, id)
  await app.db.transaction().execute(async (tx) => {
    if (!(await lockedPost(tx, id))) return
    await tx.updateTable('fediversePost').set({ endedAt: app.now() }).where('postId', '=', id).execute()
    await sayToFollowers(app, tx, { once: `post:${id}:gone`, channelId: blog.id, json }, readers)
  })
}

const lockedPost = (tx: Tx, postId: string) =>
  tx
    .selectFrom('fediversePost')
    .where('postId', '=', postId)
    .where('endedAt', 'is', null)
    .select('said')
    .forUpdate()
    .executeTakeFirst()

/** Those who follow the blog, and those who follow a channel that passes the post on. */
async function readersOf({ app, blog, channels }: Telling, postId: string): Promise<string[]> {
  const others = await channelsOf(app.db, postId, channels)
  return [blog.id, ...others.map(({ id }) => id)]
}

async function noteOf(app: App, channel: Channel, post: SignedPost) {
  const told = toldPost(post, await networkIn(app))
  const said = createHash('sha256')
    .update(JSON.stringify([contentOf(told), told.locale, told.picture]))
    .digest()
  return { said, note: await postNote({ origin: app.origin, channel }, told) }
}
