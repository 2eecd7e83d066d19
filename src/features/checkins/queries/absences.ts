import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import { goesOn } from '../../rounds/index.ts'
import type { Asked } from './asked.ts'

/** Days on which someone is away or will be, and since when their partners know. */
export type Absence = { id: string; fromOn: string; untilOn: string; toldAt: Date | null }

/** Absences of someone that are not over on a day, `YYYY-MM-DD`, the next first. */
export const absencesOf = (db: Db | Tx, personId: string, today: string): Promise<Absence[]> =>
  db
    .selectFrom('absence')
    .where('personId', '=', personId)
    .where('cancelledAt', 'is', null)
    .where('untilOn', '>=', today)
    .select(['id', 'fromOn', 'untilOn', 'toldAt'])
    .orderBy('fromOn')
    .execute()

/** Someone's partner now, in a round that goes on. */
export type LivingPartner = Pick<
  Asked,
  'personId' | 'name' | 'givenName' | 'email' | 'locale' | 'roundId'
> & {
  code: string
}

export const livingPartnersOf = (db: Db | Tx, personId: string, now: Date): Promise<LivingPartner[]> =>
  db
    .selectFrom('pairingMember as own')
    .innerJoin('pairing', 'pairing.id', 'own.pairingId')
    .innerJoin('round', 'round.id', 'own.roundId')
    .innerJoin('pairingMember as other', 'other.pairingId', 'own.pairingId')
    .innerJoin('participant as partner', 'partner.applicationId', 'other.applicationId')
    .where('own.personId', '=', personId)
    .where('own.endedAt', 'is', null)
    .where('pairing.dissolvedAt', 'is', null)
    .where('other.endedAt', 'is', null)
    .where(goesOn(now))
    .whereRef('other.personId', '<>', 'own.personId')
    .select(['partner.personId', 'partner.name', 'partner.givenName', 'partner.email', 'partner.locale'])
    .select(['own.roundId', 'round.code'])
    .orderBy('partner.name')
    .execute()

/** Those partners who are away or will be, and let them know; those who keep it to themselves are not there. */
export async function partnersAway(db: Db, partners: readonly LivingPartner[], today: string) {
  if (partners.length === 0) return []
  return db
    .selectFrom('absence')
    .innerJoin('person', 'person.id', 'absence.personId')
    .where(
      'personId',
      'in',
      partners.map((one) => one.personId),
    )
    .where('toldAt', 'is not', null)
    .where('cancelledAt', 'is', null)
    .where('untilOn', '>=', today)
    .select(['fromOn', 'untilOn'])
    .select(
      sql<string>`coalesce((select application.name from application
        where application.person_id = absence.person_id and application.accepted_at is not null
        order by application.accepted_at desc limit 1), person.name)`.as('name'),
    )
    .orderBy('fromOn')
    .execute()
}
