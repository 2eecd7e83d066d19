import type { Db, Tx } from '../../../db/index.ts'
import { NotFound } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { asLine, type CaseLine, casesNumbered } from './queue.ts'

/** @throws NotFound `no-such-case`, also for one that the actor may not see */
export async function caseNumbered(db: Db, actor: Actor, number: number, now: Date): Promise<CaseLine> {
  const row = await casesNumbered(db, actor, number, now).executeTakeFirst()
  if (!row) throw new NotFound('no-such-case')
  return asLine(row)
}

/** What happened in a case. */
export type CaseEvent = {
  kind: 'fact' | 'noted' | 'assigned' | 'mailed' | 'waited' | 'parted' | 'found' | 'closed'
  what: string
  body: string
  at: Date
  since: Date | null
  /** Who did it; null for what came by itself. */
  actor: string | null
  /** Whom it is about, or who was written to; who looks after the case from then on. */
  person: string | null
  owner: string | null
}

/** All that happened in a case, the first first. */
export async function eventsOf(db: Db | Tx, caseId: string): Promise<CaseEvent[]> {
  const rows = await db
    .selectFrom('caseEvent')
    .leftJoin('person as actor', 'actor.id', 'caseEvent.actorId')
    .leftJoin('person', 'person.id', 'caseEvent.personId')
    .leftJoin('person as owner', 'owner.id', 'caseEvent.ownerId')
    .where('caseId', '=', caseId)
    .select(['caseEvent.kind', 'what', 'body', 'at', 'since'])
    .select(['actor.name as actor', 'person.name as person', 'owner.name as owner'])
    .orderBy('caseEvent.id')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as CaseEvent['kind'] }))
}
