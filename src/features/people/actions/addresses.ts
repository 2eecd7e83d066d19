import type { Tx } from '../../../db/index.ts'
import { broadKey } from '../../../platform/email-key.ts'

/** Rows of one statement: PostgreSQL takes 65,535 values. */
const atOnce = 10_000

/**
 * Keeps addresses that people have been known by, besides those of their accounts, which the database keeps itself.
 *
 * @param known each with the key of the address, as `emailKey` makes it; those kept before may be among them
 */
export async function keepAddresses(
  tx: Tx,
  known: readonly { personId: string; key: string }[],
): Promise<void> {
  for (let at = 0; at < known.length; at += atOnce) {
    const rows = known
      .slice(at, at + atOnce)
      .map(({ personId, key }) => ({ personId, broadKey: broadKey(key) }))
    await tx
      .insertInto('personAddress')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}
