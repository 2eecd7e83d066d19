import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { sendAllOnce } from '../../../platform/mail/index.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { type Actor, inCharge } from '../../people/index.ts'
import { postEmail, type Reader, type Told } from '../emails.ts'
import type { Post } from '../post.ts'

/** Who is told: those who work on it by their ids, and whether those who sign it are as well. */
type Whom = { people: readonly (string | null)[]; authors?: boolean }

type News = { told: Told; post: Post; note?: string; notes?: number } & Whom

/** Tells those who are next what happened to a post, each once, and never the one who did it. */
export async function tellAbout(app: App, tx: Tx, actor: Actor, news: News): Promise<void> {
  const { told, post } = news
  const workers = await readersOf(tx, news.people)
  const authors = news.authors ? await signersOf(tx, post.id) : []
  const ids = new Set(workers.map(({ id }) => id))
  const all = [
    ...workers,
    ...authors.filter(({ id }) => !ids.has(id)).map((one) => ({ ...one, isAuthor: true })),
  ].filter(({ id }) => id !== actor.id)
  if (all.length === 0) return
  const network = await networkIn(app, tx)
  const occasion = {
    ...{ by: actor.id === null ? '' : actor.name, note: news.note ?? '', notes: news.notes ?? 0, network },
    ...{ dueOn: post.dueOn, publishAt: post.publishAt },
    post: { ...post, zone: await zoneOf(tx, post.roundId) },
  }
  await sendAllOnce(
    app,
    tx,
    all.map((to) => ({
      key: `post:${told}:${post.id}:${app.now().toISOString()}:${to.id}`,
      email: postEmail(told, to, occasion),
    })),
  )
}

/**
 * Tells the editor who looks after a post that it lost its day, since those who wrote it outside the office no longer all agree;
 * every editor where nobody looks after it. Which of them is not told: they may be unnamed.
 */
export async function tellWithheld(app: App, tx: Tx, actor: Actor, post: Post): Promise<void> {
  const keepers = (await readersOf(tx, [post.assigneeId])).map(({ id }) => id)
  const people = keepers.length > 0 ? keepers : await anyReaders(app, tx, null)
  await tellAbout(app, tx, actor, { told: 'withheld', post, people })
}

/** Who reads what was submitted and names no reader: every editor but its writer, or the directors where there is no other. */
export async function anyReaders(app: App, tx: Tx, writerId: string | null): Promise<string[]> {
  const others = async (role: 'editor' | 'director') => {
    const { people } = await inCharge(tx, role, app.now())
    return people.flatMap(({ id }) => (id === writerId ? [] : id))
  }
  const editors = await others('editor')
  return editors.length > 0 ? editors : others('director')
}

const readersOf = async (tx: Tx, ids: readonly (string | null)[]): Promise<Reader[]> => {
  const known = ids.flatMap((id) => id ?? [])
  if (known.length === 0) return []
  return tx
    .selectFrom('person')
    .select(['id', 'name', 'givenName', 'email', 'locale'])
    .where('id', 'in', known)
    .where('disabledAt', 'is', null)
    .orderBy('id')
    .execute()
}

const signersOf = (tx: Tx, postId: string): Promise<Reader[]> =>
  tx
    .selectFrom('postAuthor')
    .innerJoin('author', 'author.id', 'postAuthor.authorId')
    .innerJoin('person', 'person.id', 'author.personId')
    .select(['person.id', 'person.name', 'person.givenName', 'person.email', 'person.locale'])
    .where('postAuthor.postId', '=', postId)
    .where('person.disabledAt', 'is', null)
    .orderBy('postAuthor.place')
    .execute()

async function zoneOf(tx: Tx, roundId: string | null): Promise<string> {
  if (roundId === null) return 'UTC'
  const round = await tx.selectFrom('round').select('zone').where('id', '=', roundId).executeTakeFirst()
  return round?.zone ?? 'UTC'
}
