import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { readMarkdown, textOf } from '../../../platform/markdown.ts'
import { isPublic } from '../../posts/index.ts'
import { foldRules } from '../fold.ts'
import { dictionaryOf, stemIn } from '../languages.ts'
import { type Field, type Stems, vectorOf, wordsOf } from '../vector.ts'
import { type Counts, count, keepCounts, spell } from './counting.ts'

/** So many posts are indexed in one transaction, beside what else a process does, and when all are: one that is killed loses no more. */
const batches = { usual: 50, all: 250 }

/** Any number will do, as long as it stays the same: two who index at once wait for each other. */
const indexLock = 20_160_302

/** What was indexed, and what was taken out since it is public no more. */
export type Indexed = { indexed: number; dropped: number }

/**
 * Brings the index of the search up to what is published: what came out, what changed, what was withdrawn. It looks for what is
 * due, so that it goes on where it was killed, and finds nothing to do the second time.
 */
export async function indexPosts(app: App, batch = batches.usual): Promise<Indexed> {
  const sum = { indexed: 0, dropped: 0 }
  for (;;) {
    const done = await app.db.transaction().execute((tx) => indexSome(tx, app.now(), batch))
    sum.indexed += done.indexed
    sum.dropped += done.dropped
    if (done.indexed + done.dropped < batch) return sum
  }
}

/** Makes the whole index anew, as after an upgrade of the database, whose stemmers may cut words otherwise. */
export async function indexAnew(app: App): Promise<Indexed> {
  await app.db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${indexLock})`.execute(tx)
    await tx.deleteFrom('postSearch').execute()
    await tx.deleteFrom('searchWord').execute()
  })
  return indexPosts(app, batches.all)
}

async function indexSome(tx: Tx, now: Date, batch: number): Promise<Indexed> {
  await sql`select pg_advisory_xact_lock(${indexLock})`.execute(tx)
  const due = await duePosts(tx, now, batch)
  const old = await tx
    .deleteFrom('postSearch')
    .where((eb) =>
      eb.or([
        eb('postId', 'in', [NOBODY, ...due.map(({ id }) => id)]),
        eb.not(eb.exists(eb.selectFrom('post').where(isPublic(now)).whereRef('post.id', '=', 'postId'))),
      ]),
    )
    .returning(['postId', 'locale', 'words'])
    .execute()
  const counts: Counts = new Map()
  for (const { locale, words } of old) count(counts, { locale, words, by: -1 })
  for (const [locale, posts] of Map.groupBy(due, (post) => post.locale))
    await indexIn(tx, locale, posts, counts)
  await keepCounts(tx, counts)
  return {
    indexed: due.length,
    dropped: old.filter(({ postId }) => !due.some(({ id }) => id === postId)).length,
  }
}

const NOBODY = '00000000-0000-0000-0000-000000000000'

type Due = Awaited<ReturnType<typeof duePosts>>[number]

/** Published posts whose index is missing, or was made of something else. */
const duePosts = (db: Db | Tx, now: Date, batch: number) =>
  db
    .selectFrom('post')
    .leftJoin('postSearch as made', 'made.postId', 'post.id')
    .where(isPublic(now))
    .where(
      sql<boolean>`(made.revision, made.byline, made.publish_at, made.locale, made.rules)
        is distinct from (post.revision, post.byline, post.publish_at, post.locale, ${foldRules}::int)`,
    )
    .select(['post.id', 'post.locale', 'post.title', 'post.summary', 'post.body', 'post.byline', 'post.tags'])
    .select(['post.hashtag', 'post.questions', 'post.revision'])
    .orderBy('post.publishAt', 'desc')
    .limit(batch)
    .execute()

async function indexIn(tx: Tx, locale: string, posts: readonly Due[], counts: Counts): Promise<void> {
  const texts: ({ post: Due } & ReturnType<typeof textsOf>)[] = []
  for (const post of posts) {
    texts.push({ post, ...textsOf(post) })
    // Whoever reads a page meanwhile waits for one text, not for fifty.
    await setImmediate()
  }
  const words = wordsOf(texts.flatMap(({ all }) => all))
  const stems = await stemsOf(tx, locale, [...words.keys()])
  for (const [plain, spelling] of words)
    spell(counts, { locale, ...spelling, lexemes: stems.get(plain) ?? [] })
  const rows = texts.map(({ post, short, all, said }) => {
    const own = [...new Set([...wordsOf(all).values()].map(({ folded }) => folded))]
    count(counts, { locale, words: own, by: 1 })
    return {
      ...{ postId: post.id, locale, revision: post.revision, byline: post.byline },
      // A date of ours has no microseconds: it would differ from that of the post, which would be due for ever.
      publishAt: sql<Date>`(select publish_at from post where id = ${post.id})`,
      ...{ short: vectorOf(short, stems), whole: vectorOf(all, stems), said, words: own, rules: foldRules },
    }
  })
  await tx.insertInto('postSearch').values(rows).execute()
}

/** A title counts more than a tag or a name, and these more than a summary; the text itself says only that a post fits. */
function textsOf(post: Due): { short: Field[]; all: Field[]; said: string } {
  const said = textOf(readMarkdown(post.body)).replace(/\s+/g, ' ').trim()
  const short: Field[] = [
    { text: post.title, weight: 'A' },
    { text: [...post.tags, post.hashtag, post.byline].join(' · '), weight: 'B' },
    { text: post.summary, weight: 'C' },
  ]
  const rest: Field[] = [said, ...post.questions].map((text) => ({ text, weight: 'D' }))
  return { short, all: [...short, ...rest], said }
}

/** What a language cuts each word to; nothing of those that are in every text. */
async function stemsOf(tx: Tx, locale: string, words: readonly string[]): Promise<Stems> {
  const { rows } = await sql<{ word: string; stems: string[] | null }>`
    select word, ts_lexize(${dictionaryOf(locale)}::regdictionary, word) as stems
    from unnest(${words}::text[]) as word`.execute(tx)
  return new Map(rows.map(({ word, stems }) => [word, (stems ?? [word]).map((stem) => stemIn(locale, stem))]))
}
