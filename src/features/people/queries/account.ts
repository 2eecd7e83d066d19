import type { Db } from '../../../db/index.ts'
import { heldOn } from './grants.ts'
import { type FactorState, stateOfSecondFactor } from './second-factor.ts'

/** What my page shows. */
export type OwnAccountPage = {
  name: string
  givenName: string
  email: string
  locale: string
  zone: string
  wantsTopics: boolean
  /** Whether any role of the office is theirs, resting or not. */
  hasRole: boolean
  secondFactor: FactorState
}

/** @param today `YYYY-MM-DD` in UTC */
export async function ownAccount(db: Db, personId: string, today: string): Promise<OwnAccountPage> {
  const { leftTopics, grants, ...account } = await db
    .selectFrom('person')
    .where('person.id', '=', personId)
    .select(['name', 'givenName', 'email', 'locale', 'zone'])
    .select((eb) => [
      eb
        .selectFrom('mailStop')
        .select('list')
        .whereRef('personId', '=', 'person.id')
        .where('list', '=', 'topics')
        .as('leftTopics'),
      eb
        .selectFrom('roleGrant')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('personId', '=', 'person.id')
        .where(heldOn(today))
        .as('grants'),
    ])
    .executeTakeFirstOrThrow()
  const secondFactor = await stateOfSecondFactor(db, personId)
  return { ...account, wantsTopics: leftTopics === null, hasRole: (grants ?? 0) > 0, secondFactor }
}
