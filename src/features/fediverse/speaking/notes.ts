import type { Note } from '@fedify/vocab'
import type { Channel } from '../channel.ts'
import { answerContent, contentOf, type ToldAnswer, type ToldPost } from '../content.ts'
import { answerPath, followersPath, notePath } from '../paths.ts'
import { addressOf } from './channel.ts'
import { instantOf, type Json, jsonOf, vocabulary } from './json.ts'

/** Who speaks, and from where. */
export type Speaker = { origin: string; channel: Pick<Channel, 'handle'> }

const inEveryForm = async (html: string, locale: string) => {
  const { LanguageString } = await vocabulary()
  return [html, new LanguageString(html, locale)]
}

/** A post as a message: servers cut articles short, and show their summary as a warning. */
export async function postNote({ origin, channel }: Speaker, post: ToldPost): Promise<Note> {
  const { Note, Hashtag, Document, PUBLIC_COLLECTION } = await vocabulary()
  const { picture } = post
  return new Note({
    id: new URL(notePath(post.id), origin),
    attribution: addressOf(origin, channel),
    contents: await inEveryForm(contentOf(post), post.locale),
    url: new URL(post.url),
    published: await instantOf(post.publishAt),
    to: PUBLIC_COLLECTION,
    cc: new URL(followersPath(channel.handle), origin),
    tags: post.tags.map(({ name, href }) => new Hashtag({ name: `#${name}`, href: new URL(href) })),
    attachments: picture
      ? [
          new Document({
            ...{ mediaType: 'image/jpeg', url: new URL(picture.url), name: picture.alt },
            ...{ width: picture.width, height: picture.height },
          }),
        ]
      : [],
  })
}

/** An answer that was written on the blog, for the one whom it answers; whoever knows its address may read it. */
export async function answerNote({ origin, channel }: Speaker, answer: ToldAnswer): Promise<Note> {
  const { Note, Mention, PUBLIC_COLLECTION } = await vocabulary()
  const to = new URL(answer.to.address)
  return new Note({
    id: new URL(answerPath(answer.id), origin),
    attribution: addressOf(origin, channel),
    contents: await inEveryForm(answerContent(answer), answer.locale),
    url: new URL(answer.url),
    published: await instantOf(answer.at),
    replyTarget: new URL(answer.answers),
    to,
    cc: PUBLIC_COLLECTION,
    tags: [new Mention({ href: to, name: answer.to.handle })],
  })
}

/** A note by itself, as its address gives it. */
export const noteJson = (note: Note): Promise<Json> => jsonOf(note)

const part = (note: Note, name: string) => new URL(`#${name}`, note.id ?? undefined)

/** That a note is there, or says something else. @param mark tells one change from the other */
export async function sayingNote(
  { origin, channel }: Speaker,
  note: Note,
  mark: 'created' | `updated-${string}`,
): Promise<Json> {
  const { Create, Update } = await vocabulary()
  const Activity = mark === 'created' ? Create : Update
  return jsonOf(
    new Activity({
      ...{ id: part(note, mark), actor: addressOf(origin, channel), object: note },
      ...{ tos: note.toIds, ccs: note.ccIds },
    }),
  )
}

/** That a note is gone. @param path of the note */
export async function goneJson({ origin, channel }: Speaker, path: string, at: Date): Promise<Json> {
  const { Delete, Tombstone, PUBLIC_COLLECTION } = await vocabulary()
  const id = new URL(path, origin)
  return jsonOf(
    new Delete({
      ...{ id: new URL('#deleted', id), actor: addressOf(origin, channel), to: PUBLIC_COLLECTION },
      object: new Tombstone({ id, deleted: await instantOf(at) }),
    }),
  )
}

/** A tombstone alone, which stands at the address of a note that is gone. */
export async function tombstoneJson(origin: string, path: string): Promise<Json> {
  const { Tombstone } = await vocabulary()
  return jsonOf(new Tombstone({ id: new URL(path, origin) }))
}

/** A channel passes on to its own followers what the blog says. */
export async function sharingJson(
  { origin, channel }: Speaker,
  post: { id: string; at: Date },
): Promise<Json> {
  const { Announce, PUBLIC_COLLECTION } = await vocabulary()
  const by = addressOf(origin, channel)
  return jsonOf(
    new Announce({
      id: new URL(`#shared-${post.id}`, by),
      ...{ actor: by, object: new URL(notePath(post.id), origin), published: await instantOf(post.at) },
      ...{ to: PUBLIC_COLLECTION, cc: new URL(followersPath(channel.handle), origin) },
    }),
  )
}

/** A follower is told that they follow. @param follow the address of the message that asked for it */
export async function acceptJson(
  { origin, channel }: Speaker,
  follow: { address: string; by: string },
): Promise<Json> {
  const { Accept, Follow } = await vocabulary()
  const by = addressOf(origin, channel)
  const object = new Follow({ id: new URL(follow.address), actor: new URL(follow.by), object: by })
  return jsonOf(
    new Accept({ id: new URL(`#accepted-${encodeURIComponent(follow.address)}`, by), actor: by, object }),
  )
}

/** Followers are asked to follow another account in its stead. */
export async function movingJson({ origin, channel }: Speaker, to: string): Promise<Json> {
  const { Move } = await vocabulary()
  const by = addressOf(origin, channel)
  return jsonOf(
    new Move({
      ...{ id: new URL('#moved', by), actor: by, object: by, target: new URL(to) },
      to: new URL(followersPath(channel.handle), origin),
    }),
  )
}
