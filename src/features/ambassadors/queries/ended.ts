import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import { addDays } from '../../../platform/days.ts'
import { thankedForDays } from '../invitation.ts'

/** A term that is over, with what an email about it needs. */
export type EndedTerm = {
  grantId: string
  personId: string
  name: string
  email: string
  locale: string
  zone: string
  country: string
  endsOn: string
}

/** Somebody is thanked for a term once by this key. */
export const thanksKey = (grantId: string) => `ambassador-thanks:${grantId}`

/**
 * Terms that have ended lately, whose ambassadors do not go on and were not thanked; in one query.
 *
 * @param today `YYYY-MM-DD`, in UTC as terms are
 */
export const unthankedTerms = (db: Db, today: string): Promise<EndedTerm[]> =>
  db
    .selectFrom('roleGrant as term')
    .innerJoin('person', 'person.id', 'term.personId')
    .where('term.role', '=', 'ambassador')
    .where('term.endsOn', '<', today)
    .where('term.endsOn', '>=', addDays(today, -thankedForDays))
    .where('person.disabledAt', 'is', null)
    .where(
      sql<boolean>`not exists (select from role_grant further where further.person_id = term.person_id
        and further.role = 'ambassador' and further.country = term.country
        and (further.ends_on is null or further.ends_on > term.ends_on))`,
    )
    .where(sql<boolean>`not exists (select from outbox where outbox.key = 'ambassador-thanks:' || term.id)`)
    .select(['term.id as grantId', 'term.personId', 'person.name', 'person.email'])
    .select(['person.locale', 'person.zone'])
    .select([sql<string>`term.country`.as('country'), sql<string>`term.ends_on`.as('endsOn')])
    .orderBy('term.id')
    .execute()
