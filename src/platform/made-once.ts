import type { Tx } from '../db/index.ts'
import { dayMs } from './days.ts'
import { hashOf } from './secret.ts'

/** A form that makes something: its number, undefined for what no form asked for, and all that makes it another one. */
type Press = { once: string | undefined; of: readonly unknown[] }

/**
 * Makes something for a form, in the transaction that does it: for one that was sent twice, once. The other press waits for the first,
 * and comes to what it made.
 *
 * @param make makes it, and says its id
 */
export async function madeOnce(
  tx: Tx,
  now: Date,
  { once, of }: Press,
  make: () => Promise<string>,
): Promise<string> {
  if (once === undefined) return make()
  const hash = hashOf(JSON.stringify([once, ...of]))
  await tx
    .deleteFrom('madeOnce')
    .where('at', '<', new Date(now.getTime() - dayMs))
    .where('hash', '<>', hash)
    .execute()
  const first = await tx
    .insertInto('madeOnce')
    .values({ hash, at: now })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .returning('hash')
    .executeTakeFirst()
  const row = () => tx.selectFrom('madeOnce').where('hash', '=', hash).select('made').executeTakeFirst()
  const before = first ? null : (await row())?.made
  if (before) return before
  const made = await make()
  await tx.updateTable('madeOnce').set({ made }).where('hash', '=', hash).execute()
  return made
}
