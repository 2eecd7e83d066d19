import type { Db, Tx } from '../../../db/index.ts'
import { type Ladder, ladderFrom } from '../ladder.ts'

/** The ladder of a round: its own, else that of the network, else the usual one. @param roundId null for the network */
export async function ladderOf(
  db: Db | Tx,
  roundId: string | null,
): Promise<{ ladder: Ladder; isOwn: boolean }> {
  const rows = await db.selectFrom('caseLadder').select(['roundId', 'days', 'nudges']).execute()
  const own = rows.find((row) => row.roundId === roundId)
  const kept = own ?? rows.find((row) => row.roundId === null)
  return { ladder: ladderFrom(kept), isOwn: own !== undefined }
}
