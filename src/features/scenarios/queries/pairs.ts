import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import { isUuid } from '../../../platform/ids.ts'
import { officeKeeper } from '../../../platform/office-version.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { givenAnswers } from '../../applications/index.ts'
import type { ReserveReason } from '../scenario/reserve.ts'
import type { AwakeHours, Sector, Wish, Wishable } from '../score/applicant.ts'
import type { TwoReasons } from '../score/reasons.ts'
import type { Card } from '../telling.ts'
import { hoursNow } from './inputs.ts'
import { isNamed } from './people.ts'

/** Someone in a proposal, as far as a coordinator reviews them. */
export type Member = Card & {
  applicationId: string
  name: string
  givenName: string
  country: string
  sector: Sector
  about: string
  wishNote: string
  hours: AwakeHours
  wishes: Record<Wishable, Wish>
  /** In a trio, the one between the other two. */
  centre: boolean
}

export type ProposedPair = {
  id: string
  /** 0 to 10,000: leans to the less satisfied of the two. */
  score: number
  reasons: TwoReasons[]
  byHand: boolean
  members: Member[]
  isPinned: boolean
  isBanned: boolean
  /** Someone has looked at it on its own page. */
  isLookedAt: boolean
}

export type PairFilter = { name?: string; country?: string; sector?: string; page: number }

export const pairsPerPage = 50

/**
 * A page of the pairs of a scenario, weakest first, in one query.
 *
 * @returns `total`: how many there are under this filter, on all pages
 */
export async function pairsPage(
  db: Db,
  scenarioId: string,
  { name, country, sector, page }: PairFilter,
): Promise<{ pairs: ProposedPair[]; total: number }> {
  const rows = await pairsOf(db, scenarioId)
    .select(sql<number>`count(*) over ()`.as('total'))
    .$if(name !== undefined, (query) => query.where(hasMember(isNamed(name ?? ''))))
    .$if(country !== undefined, (query) => query.where(hasMember(sql`application.country = ${country}`)))
    .$if(sector !== undefined, (query) => query.where(hasMember(sql`application.sector = ${sector}`)))
    .orderBy('pair.score')
    .orderBy('pair.id')
    .limit(pairsPerPage)
    .offset((page - 1) * pairsPerPage)
    .execute()
  return { pairs: rows.map(({ total: _, ...pair }) => pair), total: rows[0]?.total ?? 0 }
}

/** All pairs of a scenario, weakest first. */
export const allPairs = (db: Db, scenarioId: string): Promise<ProposedPair[]> =>
  pairsOf(db, scenarioId).orderBy('pair.score').orderBy('pair.id').execute()

/** @throws NotFound `no-such-pair`, also when the pair was changed by hand in the meantime */
export async function pairById(db: Db, scenarioId: string, id: string): Promise<ProposedPair> {
  const pair = isUuid(id)
    ? await pairsOf(db, scenarioId).where('pair.id', '=', id).executeTakeFirst()
    : undefined
  if (!pair) throw new NotFound('no-such-pair')
  return pair
}

const memberColumns = sql`
  'applicationId', application.id, 'name', application.name,
  'givenName', application.given_name, 'country', application.country, 'zone', application.zone, 'sector', application.sector, 'stage', application.stage,
  'interests', application.interests, 'languages', application.languages, 'workplace', application.workplace,
  'usualTimes', application.usual_times, 'languagesToWrite', application.languages_to_write, 'hours', ${hoursNow},
  'own', ${givenAnswers('office')},
  'jobTitle', application.job_title, 'about', application.about, 'wishNote', application.wish_note, 'wishes', json_build_object('sector', application.wish_sector,
    'stage', application.wish_stage, 'interests', application.wish_interests)`

const pairsOf = (db: Db, scenarioId: string) =>
  db
    .selectFrom('scenarioPair as pair')
    .where('pair.scenarioId', '=', scenarioId)
    .select(['pair.id', 'pair.score', 'pair.byHand', sql<TwoReasons[]>`pair.reasons`.as('reasons')])
    .select([
      sql<Member[]>`(
        select json_agg(json_build_object(${memberColumns}, 'centre', member.centre)
          order by member.centre, member.application_id)
        from scenario_member member join application on application.id = member.application_id
        where member.scenario_pair_id = pair.id)`.as('members'),
      hasRule('pin').as('isPinned'),
      hasRule('ban').as('isBanned'),
      sql<boolean>`exists (select from scenario_pair_look look where look.scenario_pair_id = pair.id)`.as(
        'isLookedAt',
      ),
    ])

const hasRule = (kind: 'pin' | 'ban') => sql<boolean>`exists (
  select from pairing_rule rule
  join scenario_member one on one.application_id = rule.first_id and one.scenario_pair_id = pair.id
  join scenario_member other on other.application_id = rule.second_id and other.scenario_pair_id = pair.id
  where rule.kind = ${kind} and rule.lifted_at is null)`

const hasMember = (condition: RawBuilder<unknown>) => sql<boolean>`exists (
  select from scenario_member member join application on application.id = member.application_id
  where member.scenario_pair_id = pair.id and ${condition})`

export type Waiting = Omit<Member, 'centre'> & { reason: ReserveReason; isHeld: boolean }

/** Who has no partner in a scenario, by name. */
export async function reserveOf(db: Db, scenarioId: string): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('scenarioMember as member')
    .innerJoin('application', 'application.id', 'member.applicationId')
    .where('member.scenarioId', '=', scenarioId)
    .where('member.scenarioPairId', 'is', null)
    .select([
      sql<Omit<Member, 'centre'>>`json_build_object(${memberColumns})`.as('person'),
      sql<ReserveReason>`member.reason`.as('reason'),
      sql<boolean>`exists (select from pairing_rule rule where rule.first_id = application.id
        and rule.kind = 'hold' and rule.lifted_at is null)`.as('isHeld'),
    ])
    .orderBy('application.familyName')
    .orderBy('application.id')
    .execute()
  return rows.map(({ person, reason, isHeld }) => ({ ...person, reason, isHeld }))
}

/** What a list can be filtered by: the countries and sectors there are in the pairs, with how many people. */
export const filtersOf = (db: Db, scenarioId: string): Promise<Filters> =>
  keptFilters(db, scenarioId, () => countFilters(db, scenarioId))

type Filters = Awaited<ReturnType<typeof countFilters>>
const keptFilters = officeKeeper<Filters>(8)

async function countFilters(db: Db, scenarioId: string) {
  const count = <Code extends string>(column: 'country' | 'sector') =>
    db
      .selectFrom('scenarioMember as member')
      .innerJoin('application', 'application.id', 'member.applicationId')
      .where('member.scenarioId', '=', scenarioId)
      .where('member.scenarioPairId', 'is not', null)
      .select((eb) => [
        eb.ref(`application.${column}`).$castTo<Code>().as('code'),
        eb.fn.countAll<number>().as('count'),
      ])
      .groupBy(`application.${column}`)
      .execute()
  return { countries: await count('country'), sectors: await count<Sector>('sector') }
}

export type Counted = {
  pairs: number
  people: number
  countries: number
  byHand: number
  total: number
  /** Fit of the weakest pair; 0 where there is none. */
  worst: number
}

/** The few numbers that matter of a proposal as it stands. */
export const countsOf = (db: Db, scenarioId: string): Promise<Counted> =>
  keptCounts(db, scenarioId, () => count(db, scenarioId))

const keptCounts = officeKeeper<Counted>(8)

const count = (db: Db, scenarioId: string): Promise<Counted> =>
  db
    .selectFrom('scenarioMember as member')
    .innerJoin('application', 'application.id', 'member.applicationId')
    .innerJoin('scenarioPair as pair', 'pair.id', 'member.scenarioPairId')
    .where('member.scenarioId', '=', scenarioId)
    .select([
      sql<number>`count(distinct pair.id)`.as('pairs'),
      sql<number>`count(*)`.as('people'),
      sql<number>`count(distinct application.country)`.as('countries'),
      sql<number>`count(distinct pair.id) filter (where pair.by_hand)`.as('byHand'),
      sql<number>`(select coalesce(sum(score), 0) from scenario_pair where scenario_id = ${scenarioId})`.as(
        'total',
      ),
      sql<number>`coalesce(min(pair.score), 0)`.as('worst'),
    ])
    .executeTakeFirstOrThrow()

/**
 * Fit of the people of a proposal as it stands, each with the partner who suits them least: 0 to 10,000; null when
 * nobody has a partner.
 */
export const fitOfPeople = (db: Db, scenarioId: string): Promise<Fit | null> =>
  keptFits(db, scenarioId, () => fitIn(db, scenarioId))

type Fit = { mean: number; least: number }

const keptFits = officeKeeper<Fit | null>(8)

async function fitIn(db: Db, scenarioId: string): Promise<Fit | null> {
  const { rows } = await sql<{ mean: number | null; least: number | null }>`
    select round(avg(fit))::int as mean, min(fit) as least
    from (
      select min(one.points) as fit
      from scenario_pair pair, jsonb_array_elements(pair.reasons) two,
        lateral (values (two ->> 'a', (two #>> '{reasons,points,own}')::int),
          (two ->> 'b', (two #>> '{reasons,points,partner}')::int)) one (id, points)
      where pair.scenario_id = ${scenarioId}
      group by one.id) person`.execute(db)
  const [{ mean, least } = { mean: null, least: null }] = rows
  return mean === null || least === null ? null : { mean, least }
}
