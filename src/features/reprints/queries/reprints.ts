import { type SelectQueryBuilder, sql } from 'kysely'
import type { Db, Tables, Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { emailKey } from '../../../platform/email-key.ts'
import { isUuid } from '../../../platform/ids.ts'
import { allow, NotFound } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { mayHandleReprints, readAnswerKey } from '../policy.ts'
import type { Answer, Settling } from '../reprint.ts'
import { licenceNow } from './below.ts'

/** What one author says to it, or nothing yet. */
export type AuthorAnswer = {
  id: string
  name: string
  /** Where we write to them; null where we know no address. */
  email: string | null
  personId: string | null
  locale: string
  askedAt: Date | null
  answer: Answer | null
  answeredAt: Date | null
  /** The editor who entered it. */
  recordedBy: string | null
  word: string
}

/** A post as a reprint needs to know it. */
type ReprintedPost = {
  id: string
  slug: string
  title: string
  locale: string
  zone: string
  licence: string | null
}

/** Somebody who wants to reprint a post, with what its authors say. */
export type Reprint = Settling & {
  id: string
  publication: string
  /** ISO code of the language in which it appears there. */
  language: string
  name: string
  email: string | null
  locale: string
  message: string
  askedAt: Date
  askedBy: string | null
  licensedBy: string | null
  appearedUrl: string | null
  post: ReprintedPost
  answers: AuthorAnswer[]
}

const postColumn = sql<ReprintedPost>`(
  select json_build_object('id', post.id, 'slug', post.slug, 'title', post.title, 'locale', post.locale,
    'zone', coalesce((select zone from round where round.id = post.round_id), 'UTC'),
    'licence', ${licenceNow})
  from post where post.id = reprint.post_id)`

const answersColumn = sql<AuthorAnswer[]>`(
  select coalesce(json_agg(json_build_object('id', answer.id, 'name', answer.name, 'email', answer.email,
    'personId', answer.person_id, 'locale', answer.locale, 'askedAt', answer.asked_at, 'answer', answer.answer,
    'answeredAt', answer.answered_at, 'word', answer.word,
    'recordedBy', (select person.name from person where person.id = answer.recorded_by)) order by answer.place), '[]')
  from reprint_answer answer where answer.reprint_id = reprint.id)`

const reprints = (db: Db | Tx) =>
  db
    .selectFrom('reprint')
    .select(['id', 'publication', 'language', 'name', 'email', 'locale', 'message', 'askedAt'])
    .select(['passedAt', 'allowedAt', 'refusedAt', 'declinedAt', 'appearedOn', 'appearedUrl'])
    .select([
      sql<string | null>`(select person.name from person where person.id = asked_by)`.as('askedBy'),
      sql<string | null>`(select person.name from person where person.id = licensed_by)`.as('licensedBy'),
    ])
    .select([postColumn.as('post'), answersColumn.as('answers')])

type Row = ReturnType<typeof reprints> extends SelectQueryBuilder<Tables, 'reprint', infer One> ? One : never

/** JSON of the database has instants as text. */
const read = (row: Row): Reprint => ({
  ...row,
  answers: row.answers.map((one) => ({
    ...one,
    askedAt: dateIn(one.askedAt),
    answeredAt: dateIn(one.answeredAt),
  })),
})
const dateIn = (at: Date | string | null) => (at === null ? null : new Date(at))

/** For emails and actions. @throws NotFound `no-such-reprint` */
export async function reprintById(db: Db | Tx, id: string): Promise<Reprint> {
  const row = isUuid(id) ? await reprints(db).where('id', '=', id).executeTakeFirst() : undefined
  if (!row) throw new NotFound('no-such-reprint')
  return read(row)
}

/** @throws Forbidden unless an editor asks @throws NotFound `no-such-reprint` */
export async function reprintOnDesk(db: Db | Tx, actor: Actor, id: string): Promise<Reprint> {
  allow(mayHandleReprints(actor))
  return reprintById(db, id)
}

/**
 * The question to one author, opened by the key of their email, or by its id for whoever is signed in and is that author.
 *
 * @throws NotFound `no-such-reprint`
 */
export async function askedOf(
  { db, config }: Pick<App, 'db' | 'config'>,
  actor: Pick<Actor, 'id'>,
  key: string,
): Promise<{ reprint: Reprint; answer: AuthorAnswer }> {
  const isOwn = isUuid(key) && actor.id !== null
  const id = isOwn ? key : readAnswerKey({ config }, key)
  const row = await db
    .selectFrom('reprintAnswer')
    .select(['id', 'reprintId'])
    .where('id', '=', id)
    .where('askedAt', 'is not', null)
    .$if(isOwn, (found) => found.where('personId', '=', actor.id))
    .executeTakeFirst()
  const reprint = row && (await reprintById(db, row.reprintId))
  const answer = reprint?.answers.find((one) => one.id === row?.id)
  if (!reprint || !answer) throw new NotFound('no-such-reprint')
  return { reprint, answer }
}

/**
 * What an address asked for, and what its reader was asked as an author, the first first.
 *
 * @param key as `emailKey` makes it
 */
export async function reprintsOf(
  db: Db,
  key: string,
): Promise<{ reprint: Reprint; asked: AuthorAnswer | null }[]> {
  const rows = await reprints(db)
    .where((eb) =>
      eb.or([
        eb('emailKey', '=', key),
        eb('id', 'in', eb.selectFrom('reprintAnswer').where('emailKey', '=', key).select('reprintId')),
      ]),
    )
    .orderBy('askedAt')
    .orderBy('id')
    .execute()
  return rows
    .map(read)
    .flatMap((reprint) => [
      ...(isOf(reprint, key) ? [{ reprint, asked: null }] : []),
      ...reprint.answers.filter((one) => one.askedAt && isOf(one, key)).map((asked) => ({ reprint, asked })),
    ])
}

const isOf = ({ email }: { email: string | null }, key: string) => email !== null && emailKey(email) === key

/** What is open, and what is settled. */
export const logParts = ['open', 'settled'] as const
export type LogPart = (typeof logParts)[number]

/** So many settled ones are listed; the export has them all. */
const mostSettled = 200

/** One part of the log: of those open the longest waiting first, of those settled the newest. */
export async function reprintsIn(db: Db, actor: Actor, part: LogPart | 'all'): Promise<Reprint[]> {
  allow(mayHandleReprints(actor))
  const isSettled = sql<boolean>`num_nonnulls(allowed_at, refused_at, declined_at) > 0`
  // An allowed one is looked for until it has appeared.
  const isOpen = sql<boolean>`(refused_at is null and declined_at is null and appeared_on is null)`
  const found = reprints(db)
  const rows =
    part === 'open'
      ? await found.where(isOpen).orderBy('askedAt').orderBy('id').execute()
      : await found
          .$if(part === 'settled', (all) =>
            all.where(isSettled).where(sql<boolean>`not ${isOpen}`).limit(mostSettled),
          )
          .orderBy('askedAt', 'desc')
          .orderBy('id')
          .execute()
  return rows.map(read)
}
