import type { Db, Tx } from '../../../db/index.ts'
import { dayIn } from '../../../platform/days.ts'
import type { Role } from '../actor.ts'

/** Someone to ask, or to write to. */
export type InCharge = { id: string; name: string; givenName: string; email: string; locale: string }

/** Who holds a role now, by name; the directors while nobody does, since they may do it and give the role. */
export async function inCharge<Wanted extends Exclude<Role, 'ambassador'>>(
  db: Db | Tx,
  role: Wanted,
  now: Date,
): Promise<{ role: Wanted | 'director'; people: InCharge[] }> {
  const today = dayIn(now)
  const holders = await db
    .selectFrom('person')
    .innerJoin('roleGrant', 'roleGrant.personId', 'person.id')
    .where('roleGrant.role', 'in', [role, 'director'])
    .where('roleGrant.startsOn', '<=', today)
    .where((eb) => eb.or([eb('roleGrant.endsOn', 'is', null), eb('roleGrant.endsOn', '>=', today)]))
    .where('person.disabledAt', 'is', null)
    .select(['person.id', 'person.name', 'person.givenName', 'person.email', 'person.locale'])
    .select((eb) => eb.fn<boolean>('bool_or', [eb('roleGrant.role', '=', role)]).as('holdsIt'))
    .groupBy('person.id')
    .orderBy('person.name')
    .execute()
  const isHeld = holders.some(({ holdsIt }) => holdsIt)
  return {
    role: isHeld ? role : 'director',
    people: holders.filter(({ holdsIt }) => holdsIt === isHeld).map(({ holdsIt: _, ...person }) => person),
  }
}
