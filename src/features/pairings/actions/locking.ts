import type { Tx } from '../../../db/index.ts'
import { Conflict } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { lockRound, type Round, roundByCode } from '../../rounds/index.ts'

/** PostgreSQL's word for "waited for a lock as long as allowed". */
const lockNotAvailable = '55P03'

/**
 * The round, locked until the transaction ends: whatever changes its proposal does so one after the other.
 *
 * @throws NotFound `no-such-round`
 * @throws Conflict `round-is-busy` when somebody else holds it for long, as a release of a large round does
 */
export async function lockedRound(tx: Tx, actor: Actor, code: string): Promise<Round> {
  const { id } = await roundByCode(tx, actor, code)
  return lockRound(tx, id).catch((error: { code?: string }) => {
    throw error.code === lockNotAvailable ? new Conflict('round-is-busy') : error
  })
}
