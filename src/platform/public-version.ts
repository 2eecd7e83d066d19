import { type Db, often, rowVersions, type Tx } from '../db/index.ts'
import { oncePer } from './once.ts'

/**
 * Another value once anything that everyone may see has changed: the network's settings, its pages, rounds, posts. The
 * database tells it, so nobody has to remember to, and in however many processes. The clock is not in it.
 *
 * @param db a transaction, to see what it has changed itself
 * @source docs/decisions/0056-the-database-says-what-changed.md
 */
export const publicVersion = (db: Db | Tx): Promise<string> =>
  db.isTransaction ? askIn(db) : askTogether(db)()

/** Asked with every page, so it is written once. */
const question = oncePer((db: Db | Tx) =>
  db.selectFrom('publicChange').select(rowVersions('public_change').as('version')).compile(),
)

async function askIn(db: Db | Tx): Promise<string> {
  const [now] = await often(db, question(db))
  return now?.version ?? ''
}

/**
 * One question for all who wait: whoever comes while it is on its way shares the next, so that nobody is given an answer
 * older than their question.
 */
const askTogether = oncePer((db: Db) => {
  let last: Promise<unknown> = Promise.resolve()
  let next: Promise<string> | null = null
  const ask = () => {
    next = null
    const asked = askIn(db)
    last = asked
    return asked
  }
  return () => {
    next ??= last.then(ask, ask)
    return next
  }
})
