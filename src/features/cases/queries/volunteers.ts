import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import { dayIn } from '../../../platform/days.ts'
import { type InCharge, inCharge } from '../../people/index.ts'
import { memberOf, nearTo } from '../policy.ts'

/** Someone who looks after cases, with what they have to do. */
export type Volunteer = InCharge & {
  open: number
  due: number
  /** The last day on which they are away; null for who is there. */
  awayUntil: string | null
}

/** Everyone who may look after cases, by name: coordinators and directors. */
export async function volunteersOf(db: Db | Tx, now: Date): Promise<Volunteer[]> {
  const held = await Promise.all([inCharge(db, 'coordinator', now), inCharge(db, 'director', now)])
  const people = new Map(held.flatMap((one) => one.people).map((person) => [person.id, person]))
  const ids = [...people.keys()]
  const loads = await db
    .selectFrom('person')
    .where('person.id', '=', sql<string>`any(${ids}::uuid[])`)
    .select('person.id')
    .select([
      sql<number>`(select count(*)::int from pairing_case where owner_id = person.id and closed_at is null)`.as(
        'open',
      ),
      sql<number>`(select count(*)::int from pairing_case
        where owner_id = person.id and closed_at is null and due_at <= ${now})`.as('due'),
      awayUntil(sql`person.id`, now).as('awayUntil'),
    ])
    .execute()
  const loadOf = new Map(loads.map((load) => [load.id, load]))
  return [...people.values()]
    .map((person) => ({ open: 0, due: 0, awayUntil: null, ...person, ...loadOf.get(person.id) }))
    .toSorted((a, b) => a.name.localeCompare(b.name))
}

/** The last day of an absence that somebody is in today; null where they are there. */
export const awayUntil = (personId: ReturnType<typeof sql>, now: Date) =>
  sql<string | null>`(select max(absence.until_on) from absence where absence.person_id = ${personId}
    and absence.cancelled_at is null and ${dayIn(now)}::date between absence.from_on and absence.until_on)`

/** Of everyone who may look after cases, those who must not have this one. */
export async function keptOutOf(db: Db | Tx, caseId: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('person')
    .innerJoin('pairingCase', (join) => join.on('pairingCase.id', '=', caseId))
    .where('person.id', '=', sql<string>`any(${ids}::uuid[])`)
    .where(
      sql<boolean>`${memberOf(sql`person.id`)} or (pairing_case.kind = 'conduct' and ${nearTo(sql`person.id`)})`,
    )
    .select('person.id')
    .execute()
  return new Set(rows.map(({ id }) => id))
}
