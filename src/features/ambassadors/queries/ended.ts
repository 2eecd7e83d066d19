import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import { addDays } from '../../../platform/days.ts'
import { handoverDays, thankedForDays } from '../invitation.ts'

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

/** Terms that ended since a day, `YYYY-MM-DD` in UTC as terms are, and before another. */
const ended = (db: Db, since: string, today: string) =>
  db
    .selectFrom('roleGrant as term')
    .innerJoin('person', 'person.id', 'term.personId')
    .where('term.role', '=', 'ambassador')
    .where('term.endsOn', '>=', since)
    .where('term.endsOn', '<', today)
    .where('person.disabledAt', 'is', null)
    .select('person.name')
    .select([sql<string>`term.country`.as('country'), sql<string>`term.ends_on`.as('endsOn')])

/** Terms that ended in the last days, in which somebody is asked to find the next one; by name. */
export const termsEnded = (db: Db, today: string) =>
  ended(db, addDays(today, -handoverDays), today).orderBy(sql`lower(person.name)`).execute()

/** Terms that have ended lately, whose ambassadors do not go on and were not thanked; in one query. */
export const unthankedTerms = (db: Db, today: string): Promise<EndedTerm[]> =>
  ended(db, addDays(today, -thankedForDays), today)
    .where(
      sql<boolean>`not exists (select from role_grant further where further.person_id = term.person_id
        and further.role = 'ambassador' and further.country = term.country
        and (further.ends_on is null or further.ends_on > term.ends_on))`,
    )
    .where(sql<boolean>`not exists (select from outbox where outbox.key = 'ambassador-thanks:' || term.id)`)
    .select(['term.id as grantId', 'term.personId', 'person.email', 'person.locale', 'person.zone'])
    .orderBy('term.id')
    .execute()
