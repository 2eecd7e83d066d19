import { changesThrough, type Db, isAsOfOneTime, oftenAs, rowVersions, type Tx } from '../db/index.ts'
import { oncePer } from './once.ts'

/**
 * Each is another value once something has changed that everyone may see. The database tells it, so nobody has to remember
 * to, and in however many processes. The clock is in neither.
 */
export type PublicVersions = {
  /** Of what whole pages are made of: the network's settings, its pages, rounds, posts. */
  whole: string
  /** Of those parts of all pages that tell of their changes by themselves, as what stands below each post does. */
  parts: string
}

/**
 * As they are now: never older than the question.
 *
 * @param db a transaction, to see what it has changed itself
 * @source docs/decisions/0056-the-database-says-what-changed.md
 */
export const publicVersions = (db: Db | Tx): Promise<PublicVersions> =>
  db.isTransaction ? askIn(db) : answersOf(db).ask()

/** What the database said last holds for so long, in ms. */
export const recentMs = 100

/**
 * As they were at most a tenth of a second ago, and never before what this process changed itself: for pages that everyone may
 * see. Without a word of the database in that time they are asked for, so whoever has lost it learns so.
 *
 * @param clockMs by the clock of `performance`
 * @source docs/decisions/0090-asked-ten-times-a-second.md
 */
export async function recentVersions(db: Db, clockMs = performance.now()): Promise<PublicVersions> {
  const { last, ask } = answersOf(db)
  const said = last()
  const isRecent = said !== undefined && clockMs - said.askedAt < recentMs
  return isRecent && said.changes !== undefined && said.changes === changesThrough(db) ? said.versions : ask()
}

/** What the database said last, however long ago; for when it is away. */
export const lastVersions = (db: Db): PublicVersions | undefined => answersOf(db).last()?.versions

const changes = oftenAs({}, (db) =>
  db.selectNoFrom((eb) => [
    eb.selectFrom('publicChange').select(rowVersions('public_change').as('version')).as('whole'),
    eb.selectFrom('publicPartChange').select(rowVersions('public_part_change').as('version')).as('parts'),
  ]),
)

async function askIn(db: Db | Tx): Promise<PublicVersions> {
  if (isAsOfOneTime(db)) return { whole: '', parts: '' }
  const [now] = await changes(db, {})
  return { whole: now?.whole ?? '', parts: now?.parts ?? '' }
}

/** What was said, when it was asked for, and how much this process had changed by then. */
type Said = { versions: PublicVersions; askedAt: number; changes: number | undefined }

/**
 * One question for all who wait: whoever comes while it is on its way shares the next, so that nobody is given an answer
 * older than their question.
 */
const answersOf = oncePer((db: Db) => {
  let said: Said | undefined
  let last: Promise<unknown> = Promise.resolve()
  let next: Promise<PublicVersions> | null = null
  const ask = async () => {
    next = null
    const [askedAt, changes] = [performance.now(), changesThrough(db)]
    const asked = askIn(db)
    last = asked
    said = { versions: await asked, askedAt, changes }
    return said.versions
  }
  return {
    last: () => said,
    ask: () => {
      next ??= last.then(ask, ask)
      return next
    },
  }
})
