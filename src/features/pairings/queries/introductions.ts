import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import { givenAnswers, type UsualTime } from '../../applications/index.ts'
import type { GivenAnswer } from '../../questions/index.ts'
import { goesOn } from '../../rounds/index.ts'
import {
  type AwakeHours,
  hoursNow,
  type ReserveReason,
  type Sector,
  type Stage,
  type TwoReasons,
} from '../../scenarios/index.ts'

/** Someone as their partner will know them, and what a mail to them needs. */
export type Participant = {
  applicationId: string
  personId: string
  name: string
  givenName: string
  email: string
  sharesEmail: boolean
  /** The language and the addresses of their own mail. */
  locale: string
  country: string
  zone: string
  sector: Sector
  stage: Stage
  interests: string[]
  languages: string[]
  usualTimes: UsualTime[]
  languagesToWrite: string[]
  own: GivenAnswer[]
  hours: AwakeHours
  workplace: string
  jobTitle: string
  about: string
  links: string
}

/** A group of a proposal with everything its introductions say. */
export type Introduced = {
  pairId: string
  score: number
  members: (Participant & { centre: boolean })[]
  reasons: TwoReasons[]
}

const participant = sql`
  'applicationId', application.id, 'personId', person.id, 'email', person.email, 'locale', person.locale,
  'name', application.name,
  'givenName', application.given_name, 'sharesEmail', application.shares_email, 'country', application.country,
  'zone', application.zone, 'sector', application.sector, 'stage', application.stage,
  'interests', application.interests, 'languages', application.languages, 'workplace', application.workplace,
  'usualTimes', application.usual_times, 'languagesToWrite', application.languages_to_write, 'hours', ${hoursNow},
  'own', ${givenAnswers('partner')},
  'jobTitle', application.job_title, 'about', application.about, 'links', application.links`

/**
 * Everyone in a pair of a scenario, by pair, weakest first; in one query, however many.
 *
 * @param about only the pair of this application
 */
export const introducedOf = (db: Db | Tx, scenarioId: string, about?: string): Promise<Introduced[]> =>
  db
    .selectFrom('scenarioPair as pair')
    .innerJoin('scenarioMember as member', 'member.scenarioPairId', 'pair.id')
    .innerJoin('application', 'application.id', 'member.applicationId')
    .innerJoin('person', 'person.id', 'application.personId')
    .where('pair.scenarioId', '=', scenarioId)
    .$if(about !== undefined, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('scenarioMember as one')
            .whereRef('one.scenarioPairId', '=', 'pair.id')
            .where('one.applicationId', '=', about ?? ''),
        ),
      ),
    )
    .groupBy('pair.id')
    .select(['pair.id as pairId', 'pair.score', sql<TwoReasons[]>`pair.reasons`.as('reasons')])
    .select(
      sql<Introduced['members']>`json_agg(json_build_object(${participant}, 'centre', member.centre)
        order by member.centre, member.application_id)`.as('members'),
    )
    .orderBy('pair.score')
    .orderBy('pair.id')
    .execute()

/** Someone of a scenario without a partner. Whom a coordinator holds back waits for that, whatever the run says. */
export type Reserved = { person: Participant; reason: ReserveReason; isHeld: boolean }

/** Whether a coordinator holds someone back, by the column with their application. */
export const isHeld = (application: 'member.applicationId' | 'participant.applicationId') =>
  sql<boolean>`exists (select from pairing_rule held
    where held.kind = 'hold' and held.lifted_at is null and held.first_id = ${sql.ref(application)})`

/** Everyone of a scenario who has no partner. */
export const reservedOf = (db: Db | Tx, scenarioId: string): Promise<Reserved[]> =>
  db
    .selectFrom('scenarioMember as member')
    .innerJoin('application', 'application.id', 'member.applicationId')
    .innerJoin('person', 'person.id', 'application.personId')
    .where('member.scenarioId', '=', scenarioId)
    .where('member.scenarioPairId', 'is', null)
    .select([
      sql<Participant>`json_build_object(${participant})`.as('person'),
      sql<ReserveReason>`member.reason`.as('reason'),
      isHeld('member.applicationId').as('isHeld'),
    ])
    .orderBy('member.applicationId')
    .execute()

/** Who is whose partner now in a released round, weakest first. */
export const livingPairings = (db: Db, roundId: string) =>
  db
    .selectFrom('pairing')
    .innerJoin('pairingMember as member', 'member.pairingId', 'pairing.id')
    .innerJoin('application', 'application.id', 'member.applicationId')
    .innerJoin('person', 'person.id', 'application.personId')
    .where('pairing.roundId', '=', roundId)
    .where('member.endedAt', 'is', null)
    .groupBy('pairing.id')
    .select(['pairing.id', 'pairing.score'])
    .select(
      sql<Participant[]>`json_agg(json_build_object(${participant})
        order by member.centre, member.application_id)`.as('members'),
    )
    .orderBy('pairing.score')
    .orderBy('pairing.id')
    .execute()

/** Participants by the ids of their applications, in the order of these. */
export async function participantsByIds(db: Db | Tx, ids: readonly string[]): Promise<Participant[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('application')
    .innerJoin('person', 'person.id', 'application.personId')
    .where('application.id', 'in', ids)
    .select(sql<Participant>`json_build_object(${participant})`.as('person'))
    .execute()
  const byId = new Map(rows.map(({ person }) => [person.applicationId, person]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** A confirmed pairing as one of its members may see it: after the release, and no pairing of anyone else. */
export type OwnPairing = {
  pairingId: string
  roundId: string
  members: Participant[]
  reasons: TwoReasons[]
}

/**
 * The living pairings of a person, newest round first. A pairing ends with its round, by itself: from then on nobody is
 * shown or passed anything of a partner.
 */
export const pairingsOf = (db: Db, personId: string, now: Date): Promise<OwnPairing[]> =>
  db
    .selectFrom('pairing')
    .innerJoin('pairingMember as own', 'own.pairingId', 'pairing.id')
    .innerJoin('round', 'round.id', 'pairing.roundId')
    .where('own.personId', '=', personId)
    .where('own.endedAt', 'is', null)
    .where('pairing.dissolvedAt', 'is', null)
    .where(goesOn(now))
    .select(['pairing.id as pairingId', 'pairing.roundId', sql<TwoReasons[]>`pairing.reasons`.as('reasons')])
    .select(
      sql<Participant[]>`(
        select json_agg(json_build_object(${participant}) order by application.id)
        from pairing_member member
        join application on application.id = member.application_id
        join person on person.id = application.person_id
        where member.pairing_id = pairing.id and member.ended_at is null)`.as('members'),
    )
    .orderBy('round.startsOn', 'desc')
    .execute()

/** A pairing that ended with its round: who it was with, and nothing by which they could be reached. */
export type EndedPairing = { roundId: string; partners: { name: string; country: string }[] }

/** Pairings of a person that ended with their rounds, newest round first. */
export const endedPairingsOf = (db: Db, personId: string, now: Date): Promise<EndedPairing[]> =>
  db
    .selectFrom('pairingMember as own')
    .innerJoin('pairing', 'pairing.id', 'own.pairingId')
    .innerJoin('round', 'round.id', 'own.roundId')
    .innerJoin('pairingMember as other', 'other.pairingId', 'own.pairingId')
    .innerJoin('application', 'application.id', 'other.applicationId')
    .where('own.personId', '=', personId)
    .where('own.endedAt', 'is', null)
    .where('pairing.dissolvedAt', 'is', null)
    .where('other.endedAt', 'is', null)
    .whereRef('other.applicationId', '<>', 'own.applicationId')
    .where(sql<boolean>`not ${goesOn(now)}`)
    .groupBy(['own.roundId', 'round.startsOn'])
    .select('own.roundId')
    .select(
      sql<EndedPairing['partners']>`json_agg(json_build_object(
        'name', application.name, 'country', application.country) order by application.name)`.as('partners'),
    )
    .orderBy('round.startsOn', 'desc')
    .execute()
