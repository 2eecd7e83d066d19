import { type Db, oftenAs, rowVersions, type Tx } from '../db/index.ts'
import { keeper } from './kept.ts'
import { askedTogether } from './once.ts'

/**
 * Keeps what is worked out of all who applied for a round, or of a whole proposal, for as long as nothing of them has changed. The
 * database tells that, so nobody has to remember to. Only for what rows alone say, of tables that tell `office_change`: the clock
 * is not in it.
 *
 * @param most how many values are kept at once
 * @source docs/decisions/0095-the-office-asks-once.md
 */
export function officeKeeper<Value>(most: number) {
  const kept = keeper<Value>(most)
  return async (db: Db | Tx, key: string, make: () => Promise<Value>): Promise<Value> =>
    db.isTransaction ? make() : kept(db, { key, version: await officeVersion(db) }, make)
}

const changes = oftenAs({}, (db) =>
  db.selectFrom('officeChange').select(rowVersions('office_change').as('version')),
)

/** Several ask it in one turn when a page is about several rounds. */
const officeVersion = askedTogether(async (db: Db): Promise<string> => {
  const [now] = await changes(db, {})
  return now?.version ?? ''
})
