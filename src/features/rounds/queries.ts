import type { Db, Tx } from '../../db/index.ts'
import { NotFound } from '../../platform/refusals.ts'
import type { Actor } from '../people/index.ts'
import { visibleTo } from './policy.ts'
import type { Round } from './round.ts'

const columns = [
  'id',
  'code',
  'title',
  'applyFrom',
  'applyUntil',
  'startsOn',
  'endsOn',
  'zone',
  'capPercent',
  'topicDays',
  'announcedAt',
  'capAppliedAt',
] as const

/** @throws NotFound `no-such-round`, also for a draft this actor may not see. */
export async function roundByCode(db: Db | Tx, actor: Actor, code: string): Promise<Round> {
  const round = await db
    .selectFrom('round')
    .select(columns)
    .where('code', '=', code.toUpperCase())
    .where(visibleTo(actor))
    .executeTakeFirst()
  if (!round) throw new NotFound('no-such-round', { code })
  return round
}

/** The row, locked until the transaction ends. @throws NotFound `no-such-round` */
export async function lockRound(tx: Tx, id: string): Promise<Round> {
  const round = await tx
    .selectFrom('round')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!round) throw new NotFound('no-such-round', { code: id })
  return round
}

/** For jobs, which act for nobody. @throws NotFound `no-such-round` */
export async function roundById(db: Db | Tx, id: string): Promise<Round> {
  const round = await db.selectFrom('round').select(columns).where('id', '=', id).executeTakeFirst()
  if (!round) throw new NotFound('no-such-round', { code: id })
  return round
}

/** Newest first. */
export const roundsFor = (db: Db, actor: Actor): Promise<Round[]> =>
  db.selectFrom('round').select(columns).where(visibleTo(actor)).orderBy('startsOn', 'desc').execute()
