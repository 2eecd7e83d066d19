import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../../../db/index.ts'
import type { Role } from '../actor.ts'
import { heldOn } from './grants.ts'
import { hasSecondFactor } from './second-factor.ts'
import { isSettingOn } from './settings.ts'

/** The person behind a session, with what holds today. */
export type Asking = {
  sessionId: string
  createdAt: Date
  lastSeenAt: Date
  /** When they last typed a code before an act that asks for it. */
  confirmedAt: Date | null
  id: string
  name: string
  email: string
  locale: string
  zone: string
  grants: { role: Role; country: string | null }[]
  hasSecondFactor: boolean
  secondFactorRequired: boolean
}

/**
 * One query for all that a request needs to know of its sender. Nobody when the person is disabled.
 *
 * @param today `YYYY-MM-DD` in UTC: grants of other days are left out
 */
export async function personOfSession(db: Db, tokenHash: string, today: string): Promise<Asking | undefined> {
  return db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.personId')
    .where('session.tokenHash', '=', tokenHash)
    .where('person.disabledAt', 'is', null)
    .select(['session.id as sessionId', 'session.createdAt', 'session.lastSeenAt', 'session.confirmedAt'])
    .select(['person.id', 'person.name', 'person.email', 'person.locale', 'person.zone'])
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('roleGrant')
          .select(['role', 'country'])
          .$narrowType<{ role: Role }>()
          .whereRef('personId', '=', 'person.id')
          .where(heldOn(today)),
      ).as('grants'),
      hasSecondFactor,
      isSettingOn('require-second-factor').as('secondFactorRequired'),
    ])
    .executeTakeFirst()
}

export const stampSession = (db: Db, sessionId: string, now: Date) =>
  db.updateTable('session').set({ lastSeenAt: now }).where('id', '=', sessionId).execute()
