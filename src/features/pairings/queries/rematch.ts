import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { goesOn, type Round } from '../../rounds/index.ts'
import type { Named, ReserveReason } from '../../scenarios/index.ts'
import { rulesInForce, type Scenario, scenariosOf } from '../../scenarios/index.ts'
import { isHeld } from './introductions.ts'

/** How someone came to be without a partner while the round runs. */
export type Because =
  /** Their pairing ended, and they stayed. */
  | 'parted'
  /** The release left them in reserve. */
  | 'reserve'
  /** They came after the release. */
  | 'late'

/** A participant who has no partner now. */
export type Free = Named & {
  personId: string
  because: Because
  /** Why the release left them in reserve; null for all others. */
  reason: ReserveReason | null
  /** Since when they wait. */
  since: Date
  /** Whether a mail has told them so. */
  isTold: boolean
  /** The mail that tells them is sent once by this key. */
  toldKey: string
  /** A coordinator holds them in the reserve: no run finds them a partner. */
  isHeld: boolean
}

/**
 * The participants of a round who have no partner, the longest wait first; in one query beside that of the holds. Before the release that is everyone.
 */
export async function freePeople(db: Db | Tx, round: Pick<Round, 'id'>): Promise<Free[]> {
  const rows = await db
    .with('parted', (cte) =>
      cte
        .selectFrom('pairingMember as member')
        .where('member.roundId', '=', round.id)
        .where('member.endedAt', 'is not', null)
        .distinctOn('member.applicationId')
        .select(['member.applicationId', 'member.pairingId', 'member.endedAt'])
        .orderBy('member.applicationId')
        .orderBy('member.endedAt', 'desc')
        .orderBy('member.pairingId'),
    )
    .selectFrom('participant')
    .leftJoin('parted', 'parted.applicationId', 'participant.applicationId')
    .leftJoin('release', 'release.roundId', 'participant.roundId')
    .leftJoin('scenarioMember as placed', (join) =>
      join
        .onRef('placed.scenarioId', '=', 'release.scenarioId')
        .onRef('placed.applicationId', '=', 'participant.applicationId'),
    )
    .where('participant.roundId', '=', round.id)
    .where(hasNoPartner)
    .select(['participant.applicationId', 'participant.personId'])
    .select(['participant.name', 'participant.givenName', 'participant.country'])
    .select([
      sql<Named['sector']>`participant.sector`.as('sector'),
      sql<Because>`case when parted.pairing_id is not null then 'parted'
        when placed.application_id is not null then 'reserve' else 'late' end`.as('because'),
      sql<ReserveReason | null>`case when parted.pairing_id is null then placed.reason end`.as('reason'),
      sql<Date>`coalesce(parted.ended_at, greatest(release.released_at, participant.accepted_at))`.as(
        'since',
      ),
      toldKey.as('toldKey'),
      sql<boolean>`exists (select from outbox where outbox.key = ${toldKey})`.as('isTold'),
    ])
    .orderBy('since')
    .orderBy('name')
    .orderBy('participant.applicationId')
    .execute()
  const rules = await rulesInForce(db, round.id)
  const held = new Set(rules.filter(({ kind }) => kind === 'hold').map(({ firstId }) => firstId))
  return rows.map((row) => ({ ...row, isHeld: held.has(row.applicationId) }))
}

/** How many participants of a round have no partner. */
export async function freeCount(db: Db, { id }: Pick<Round, 'id'>): Promise<number> {
  const { count } = await db
    .selectFrom('participant')
    .where('participant.roundId', '=', id)
    .where(hasNoPartner)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** The release tells anyone who is in reserve; anyone who lost a partner is told once for each. */
const toldKey = sql<string>`case when parted.pairing_id is null
  then 'reserve:' || participant.round_id || ':' || participant.person_id
  else 'waiting:' || parted.pairing_id || ':' || participant.person_id end`

const hasNoPartner = sql<boolean>`not exists (
  select from living_partner where living_partner.application_id = participant.application_id)`

/** A round that goes on, in which someone has no partner. */
export type Wait = { roundId: string; because: Because | 'held' }

/** The released rounds that a person takes part in without a partner, newest first; those that are over do not count. */
export const waitsOf = (db: Db, personId: string, now: Date): Promise<Wait[]> =>
  db
    .selectFrom('participant')
    .innerJoin('round', 'round.id', 'participant.roundId')
    .innerJoin('release', 'release.roundId', 'round.id')
    .where('participant.personId', '=', personId)
    .where(goesOn(now))
    .where(hasNoPartner)
    .select([
      'round.id as roundId',
      sql<Wait['because']>`case
        when ${isHeld('participant.applicationId')} then 'held'
        when exists (select from pairing_member ended where ended.application_id = participant.application_id)
          then 'parted'
        when exists (select from scenario_member placed where placed.scenario_id = release.scenario_id
          and placed.application_id = participant.application_id) then 'reserve'
        else 'late' end`.as('because'),
    ])
    .orderBy('round.startsOn', 'desc')
    .execute()

/** New pairings released while a round ran. */
export type LaterRelease = {
  scenario: number
  campaignId: string
  releasedAt: Date
  /** Null when the terminal released. */
  releasedBy: string | null
  pairings: number
  people: number
}

/** Later releases of a round, newest first. */
export const laterReleasesOf = (db: Db | Tx, roundId: string): Promise<LaterRelease[]> =>
  db
    .selectFrom('laterRelease')
    .innerJoin('scenario', 'scenario.id', 'laterRelease.scenarioId')
    .leftJoin('person', 'person.id', 'laterRelease.releasedBy')
    .where('laterRelease.roundId', '=', roundId)
    .select(['scenario.number as scenario', 'laterRelease.campaignId', 'laterRelease.releasedAt'])
    .select([
      'person.name as releasedBy',
      sql<number>`(select count(*) from scenario_pair pair where pair.scenario_id = scenario.id)`.as(
        'pairings',
      ),
      sql<number>`(select count(*) from scenario_member member
        where member.scenario_id = scenario.id and member.scenario_pair_id is not null)`.as('people'),
    ])
    .orderBy('scenario.number', 'desc')
    .execute()

/** @throws NotFound `no-such-scenario` unless a scenario of this number was released later */
export async function laterReleaseNumbered(
  db: Db | Tx,
  roundId: string,
  number: number,
): Promise<LaterRelease> {
  const found = (await laterReleasesOf(db, roundId)).find(({ scenario }) => scenario === number)
  if (!found) throw new NotFound('no-such-scenario')
  return found
}

/** Runs for those without a partner since the last release of one: the newest of all, and the newest with a proposal. */
export async function rematchScenarios(
  db: Db | Tx,
  roundId: string,
): Promise<{ proposed: Scenario | null; newest: Scenario | null }> {
  const [last] = await laterReleasesOf(db, roundId)
  const since = (await scenariosOf(db, roundId, 'rematch')).filter(
    ({ number }) => number > (last?.scenario ?? 0),
  )
  return { proposed: since.find(({ total }) => total !== null) ?? null, newest: since[0] ?? null }
}

/** @throws NotFound `no-proposal` */
export async function rematchProposal(db: Db | Tx, roundId: string): Promise<Scenario> {
  const { proposed } = await rematchScenarios(db, roundId)
  if (!proposed) throw new NotFound('no-proposal')
  return proposed
}

/** The release that a pairing came from; null for one made in another way. */
export async function releaseBehind(
  db: Db | Tx,
  pairingId: string,
): Promise<{ scenarioId: string; campaignId: string; isLater: boolean } | null> {
  const row = await db
    .selectFrom('pairing')
    .innerJoin('scenarioPair', 'scenarioPair.id', 'pairing.scenarioPairId')
    .leftJoin('release', 'release.scenarioId', 'scenarioPair.scenarioId')
    .leftJoin('laterRelease', 'laterRelease.scenarioId', 'scenarioPair.scenarioId')
    .where('pairing.id', '=', pairingId)
    .select(['scenarioPair.scenarioId', 'release.campaignId as first', 'laterRelease.campaignId as later'])
    .executeTakeFirst()
  const campaignId = row?.later ?? row?.first
  return row && campaignId ? { scenarioId: row.scenarioId, campaignId, isLater: row.later !== null } : null
}
