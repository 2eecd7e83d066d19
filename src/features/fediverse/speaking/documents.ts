import type { App } from '../../../platform/app.ts'
import type { Network } from '../../../platform/network/index.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { postPath, signedPosts } from '../../posts/index.ts'
import type { Channel } from '../channel.ts'
import { answerPath, notePath, outboxPath } from '../paths.ts'
import { toldAnswer } from '../queries/answers.ts'
import { blogChannel } from '../queries/channels.ts'
import { toldByChannel, toldOf } from '../queries/posts.ts'
import { answerIn } from './answer.ts'
import { type Json, jsonOf, vocabulary } from './json.ts'
import { answerNote, noteJson, postNote, sayingNote, sharingJson, tombstoneJson } from './notes.ts'
import { toldPost } from './told-post.ts'

/** @param page where people read it; null for what is gone */
export type Document = { json: Json; page: string | null }

/**
 * A post as its address gives it to servers, or what stands in its place since it was withdrawn.
 *
 * @throws NotFound `not-found` for one that followers were never told of
 */
export async function noteDocument(app: App, network: Network, id: string): Promise<Document> {
  const { origin } = app
  const [told, channel] = await Promise.all([toldOf(app.db, id), blogChannel(app.db)])
  if (!told || !channel) throw new NotFound('not-found')
  const [post] = told.endedAt ? [] : await signedPosts(app.db, app.now(), [id])
  if (!post) return { json: await tombstoneJson(origin, notePath(id)), page: null }
  const json = await noteJson(await postNote({ origin, channel }, toldPost(post, network)))
  return { json, page: origin + postPath(post.slug) }
}

/** The same of an answer that was written on the blog. @throws NotFound `not-found` */
export async function answerDocument(app: App, id: string): Promise<Document> {
  const { origin } = app
  const [answer, channel] = await Promise.all([toldAnswer(app.db, id), blogChannel(app.db)])
  if (!channel) throw new NotFound('not-found')
  if (!answer) return { json: await tombstoneJson(origin, answerPath(id)), page: null }
  const told = answerIn(origin, answer)
  return { json: await noteJson(await answerNote({ origin, channel }, told)), page: told.url }
}

/** What a channel said last, the newest first. */
export async function outboxDocument(app: App, network: Network, channel: Channel): Promise<Json> {
  const { OrderedCollection } = await vocabulary()
  const { posts, count } = await toldByChannel(app.db, app.now(), channel)
  const speaker = { origin: app.origin, channel }
  const items = await Promise.all(
    posts.map(async (post) =>
      channel.kind === 'blog'
        ? sayingNote(speaker, await postNote(speaker, toldPost(post, network)), 'created')
        : sharingJson(speaker, { id: post.id, at: post.publishAt }),
    ),
  )
  const outbox = new OrderedCollection({
    id: new URL(outboxPath(channel.handle), app.origin),
    totalItems: count,
  })
  const { '@context': context } = items[0] ?? {}
  const json = await jsonOf(outbox)
  return { ...json, ...(context ? { '@context': context } : {}), orderedItems: items.map(withoutContext) }
}

const withoutContext = ({ '@context': _, ...item }: Json): Json => item
