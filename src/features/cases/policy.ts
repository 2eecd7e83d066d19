import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../people/index.ts'

/** Look after cases: see the queue, write, note, hand over and close. */
export const mayHelpPairs = (actor: Actor) => actor.roles.has('coordinator')

/** Read reports under the code of conduct, where they do not concern one, and put somebody in charge. */
export const mayReadReports = (actor: Actor) => actor.roles.has('director')

/**
 * The cases an actor may see, as a condition on `pairing_case`. Nobody sees one about their own pairing. A report is seen
 * by directors and whoever is in charge of it; by nobody who was ever paired with one of the two, or whom its writer named.
 */
export function visibleTo(actor: Actor): RawBuilder<boolean> {
  if (!mayHelpPairs(actor)) return sql<boolean>`false`
  // The terminal is nobody: it reads no reports, and has no pairing.
  if (actor.id === null) return sql<boolean>`pairing_case.kind <> 'conduct'`
  return sql<boolean>`(not ${memberOf(actor.id)} and (pairing_case.kind <> 'conduct'
    or ((${sql.lit(mayReadReports(actor))} or pairing_case.owner_id = ${actor.id}) and not ${nearTo(actor.id)})))`
}

type Person = string | RawBuilder<unknown>
const idOf = (person: Person) => (typeof person === 'string' ? sql`${person}::uuid` : person)

/** Whether somebody was ever in the pairing of a case. */
export const memberOf = (person: Person) => sql<boolean>`exists (select from pairing_member own
  where own.pairing_id = pairing_case.pairing_id and own.person_id = ${idOf(person)})`

/** Whether somebody was paired with one of those whom a report is about, or is named by whoever wrote it. */
export const nearTo = (person: Person) => sql<boolean>`(exists (
    select from pairing_member one
    join pairing_member theirs on theirs.person_id = one.person_id
    join pairing_member own on own.pairing_id = theirs.pairing_id
    where one.pairing_id = pairing_case.pairing_id and own.person_id = ${idOf(person)})
  or exists (select from case_barred where case_barred.case_id = pairing_case.id
    and case_barred.person_id = ${idOf(person)}))`
