import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { addPicture, type Credit } from '../../../features/media/index.ts'
import { type Actor, personIdByEmail } from '../../../features/people/index.ts'
import { setPicture } from '../../../features/posts/actions/picture.ts'
import { translatePost } from '../../../features/posts/actions/translating.ts'
import { approvePost, authorsIn, proposePost, type Signed, saveText } from '../../../features/posts/index.ts'
import { saveTopic } from '../../../features/topics/actions/write.ts'
import { publishTopic } from '../../../features/topics/index.ts'
import type { App } from '../../../platform/app.ts'
import { formerParticipants } from '../before/people.ts'
import { teamAccount } from '../team.ts'
import { type ArchivedPost, picturesFolder } from './file.ts'

/** A picture in the library, with what is said of it. */
type Shown = { id: string } & Credit

/**
 * Puts the pictures of these posts into the library, each once in a language, while other things go on.
 *
 * @returns by `keyOf`
 */
function addPictures(app: App, actor: Actor, posts: readonly ArchivedPost[]): Map<string, Promise<Shown>> {
  const first = posts.filter(
    (post, at) => post.picture !== '' && posts.findIndex((one) => keyOf(one) === keyOf(post)) === at,
  )
  return new Map(
    first.map((post) => {
      const { picture, credit, publishedAt } = post
      const dayBefore: App = { ...app, now: () => new Date(publishedAt.getTime() - 24 * 3_600_000) }
      const added = readFile(join(picturesFolder, picture)).then((bytes) =>
        addPicture(dayBefore, actor, bytes, credit),
      )
      return [keyOf(post), added.then((id) => ({ id, ...credit }))]
    }),
  )
}

/** What is said of a picture is said in one language. */
const keyOf = ({ picture, locale }: ArchivedPost) => `${picture} ${locale}`

type Ways = {
  app: App
  /** Sets the clock of the app. */
  at: (instant: Date) => void
  /** Who take turns in seeing to them. */
  editors: readonly [Actor, ...Actor[]]
}

/** Publishes posts of earlier rounds, each at its time: a topic as its lead, the others as posts beside it. */
export async function publishArchived(ways: Ways, posts: readonly ArchivedPost[]): Promise<void> {
  const { app, at, editors } = ways
  const pictures = addPictures(app, editors[0], posts)
  const ids = new Map<string, string>()
  for (const [place, post] of posts.entries()) {
    const editor = editors[place % editors.length] ?? editors[0]
    at(post.publishedAt)
    const picture = (await pictures.get(keyOf(post))) ?? null
    const authors = await signedBy(app, post)
    const original = ids.get(post.translates) ?? null
    const publish = post.part === 'lead' ? publishLead : publishBeside
    ids.set(post.file, await publish(app, editor, { post, picture, authors, original }))
  }
}

type Ready = {
  post: ArchivedPost
  picture: Shown | null
  authors: Signed[]
  /** Of which it is a translation. */
  original: string | null
}

async function publishLead(app: App, editor: Actor, { post, picture, authors }: Ready): Promise<string> {
  const { code, fortnight: number, title, summary, questions, hashtag, byline, body: lead } = post
  const place = { code, number }
  const draft = { title, summary, questions, hashtag, byline, lead, picture }
  const { postId } = await saveTopic(app, editor, place, draft)
  await saveText(app, editor, postId, { base: 1, text: { ...textOf(post), authors } })
  await publishTopic(app, editor, place)
  return postId
}

async function publishBeside(
  app: App,
  editor: Actor,
  { post, picture, authors, original }: Ready,
): Promise<string> {
  const { title, summary, locale, code, fortnight, part } = post
  const plan = { title, summary, locale, code, fortnight, part, dueOn: null, assigneeId: null }
  const id = original
    ? await translatePost(app, editor, original, { locale })
    : await proposePost(app, editor, plan)
  await saveText(app, editor, id, { base: 1, text: { ...textOf(post), authors } })
  if (picture) await setPicture(app, editor, id, picture)
  await approvePost(app, editor, id, null)
  return id
}

const textOf = ({ title, summary, body, questions, hashtag, tags, locale }: ArchivedPost) => ({
  ...{ title, summary, body, questions, hashtag, tags, locale },
})

/** Whoever took part has an account, and is known by it. */
const signedBy = (app: App, { byline }: ArchivedPost): Promise<Signed[]> =>
  Promise.all(
    authorsIn(byline).map(async ({ name }) => {
      const email = formerParticipants.find((one) => one.name === name)?.email
      return { name, personId: email ? await personIdByEmail(app.db, email) : await teamAccount(app, name) }
    }),
  )
