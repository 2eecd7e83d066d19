import { sql } from 'kysely'
import { type Db, hasIn, type Tx } from '../../../db/index.ts'
import { isUuid } from '../../../platform/ids.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { addressKey } from '../../applications/index.ts'
import type { Sector } from '../score/applicant.ts'

/** A participant by name, for a list. */
export type Named = {
  applicationId: string
  name: string
  givenName: string
  country: string
  sector: Sector
}

const named = (db: Db | Tx, roundId: string) =>
  db
    .selectFrom('application')
    .where('application.roundId', '=', roundId)
    .where('application.acceptedAt', 'is not', null)
    .select(['application.id as applicationId', 'application.name', 'application.givenName'])
    .select((eb) => [
      eb.ref('application.country').$castTo<string>().as('country'),
      eb.ref('application.sector').$castTo<Sector>().as('sector'),
    ])

/** Those who were accepted, by id of their application; also who has left since, as plans and rules still name them. */
export async function peopleByIds(
  db: Db | Tx,
  roundId: string,
  ids: readonly string[],
): Promise<Map<string, Named>> {
  if (ids.length === 0) return new Map()
  const rows = await named(db, roundId)
    .where('application.id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.applicationId, row]))
}

/**
 * A participant by what an operator would type.
 *
 * @param typed id of the application, or their e-mail address however written
 * @throws NotFound `no-such-participant`
 */
export async function participantNamed(db: Db | Tx, roundId: string, typed: string): Promise<Named> {
  const query = named(db, roundId).innerJoin('participant', 'participant.applicationId', 'application.id')
  const found = isUuid(typed)
    ? await query.where('application.id', '=', typed).executeTakeFirst()
    : await query.where('participant.emailKey', '=', addressKey(typed)).executeTakeFirst()
  if (!found) throw new NotFound('no-such-participant')
  return found
}

/**
 * Participants who are still in the round, by the id of their application or by a part of their name, however
 * its letters are accented; in the order of their names.
 */
export function peopleLike(db: Db, roundId: string, typed: string, most: number): Promise<Named[]> {
  const query = named(db, roundId).innerJoin('participant', 'participant.applicationId', 'application.id')
  if (isUuid(typed)) return query.where('application.id', '=', typed).execute()
  return query
    .where(isNamed(typed))
    .orderBy('application.givenName')
    .orderBy('application.familyName')
    .orderBy('application.id')
    .limit(most)
    .execute()
}

/** Whether the `application` at hand is of someone whose name has this in it, however its letters are accented. */
export const isNamed = (typed: string) => hasIn(sql`application.name`, typed)

/** A pin, a ban or a hold in force; a hold is about one person alone. */
export type Rule = {
  kind: 'pin' | 'ban' | 'hold'
  first: Named
  second: Named | null
  /** Null when the terminal made it. */
  madeBy: string | null
  madeAt: Date
}

/** Pins, bans and holds of a round, newest first. */
export async function rulesOf(db: Db, roundId: string): Promise<Rule[]> {
  const one = <Side extends Named | null>(side: 'first' | 'second') => sql<Side>`(
    select json_build_object('applicationId', application.id, 'name', name, 'givenName', given_name,
      'country', country, 'sector', sector)
    from application where application.id = pairing_rule.${sql.ref(`${side}_id`)})`
  return db
    .selectFrom('pairingRule')
    .leftJoin('person', 'person.id', 'pairingRule.madeBy')
    .where('pairingRule.roundId', '=', roundId)
    .where('pairingRule.liftedAt', 'is', null)
    .select(['person.name as madeBy', 'pairingRule.madeAt'])
    .select([one<Named>('first').as('first'), one<Named | null>('second').as('second')])
    .select(sql<Rule['kind']>`kind`.as('kind'))
    .orderBy('pairingRule.madeAt', 'desc')
    .orderBy('pairingRule.id')
    .execute()
}
