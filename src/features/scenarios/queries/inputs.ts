import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import { officeKeeper } from '../../../platform/office-version.ts'
import { answering } from '../../applications/index.ts'
import { questionsOf } from '../../questions/index.ts'
import type { Round } from '../../rounds/index.ts'
import { chain, type Inputs, type Pool, type Two } from '../scenario/scenario.ts'
import { defaultSettings, type Settings } from '../scenario/settings.ts'
import type { Criterion } from '../score/answers.ts'
import { type Applicant, usualHours } from '../score/applicant.ts'
import { groupsOf, planOf, type Scenario, termsOf } from './scenarios.ts'

/** Changes when the same inputs could give another answer: the engine's or the scores' version. */
export const engineVersion = '4'

export type Wanted = { seed: number; settings?: Settings; pool?: Pool }

/**
 * All that a run would use as things stand: the accepted participants of the round who are still in it,
 * who was whose partner before, the pins, bans and holds in force, and who is whose partner in the plan.
 *
 * @returns applicants in the order of their ids
 */
export async function currentInputs(db: Db | Tx, round: Round, wanted: Wanted): Promise<Inputs> {
  const rows = await participants(db, round.id, wanted.pool)
    .select(factsNow.as('facts'))
    .orderBy('application.id')
    .execute()
  return { ...(await currentTerms(db, round, wanted)), applicants: rows.map(({ facts }) => facts) }
}

/** What a run would use as things stand, but for its applicants. */
async function currentTerms(
  db: Db | Tx,
  round: Round,
  { seed, settings = defaultSettings, pool }: Wanted,
): Promise<Omit<Inputs, 'applicants'>> {
  const rules = await rulesInForce(db, round.id)
  const twos = (kind: string) =>
    rules.flatMap((rule): Two[] =>
      rule.kind === kind && rule.secondId !== null ? [[rule.firstId, rule.secondId]] : [],
    )
  return {
    former: await formerPartners(db, round.id, pool),
    ...some('again', await meetingAgain(db, round.id, pool)),
    ...some('criteria', await criteriaOf(db, round.id)),
    settings,
    day: round.startsOn,
    seed,
    pins: twos('pin'),
    bans: twos('ban'),
    held: rules.filter((rule) => rule.kind === 'hold').map((rule) => rule.firstId),
    keep: settings.keepBonus === 0 ? [] : await partnersInPlan(db, round.id),
    engine: engineVersion,
  }
}

/** A part of the input of a run, where there is any: one of before has no such part, and is no other run for it. */
const some = <Name extends string, One>(name: Name, those: One[]) =>
  (those.length === 0 ? {} : { [name]: those }) as Partial<Record<Name, One[]>>

/** The questions of a round whose answers count. */
export async function criteriaOf(db: Db | Tx, roundId: string): Promise<Criterion[]> {
  const questions = await questionsOf(db, roundId)
  return questions.flatMap(({ id, kind, prefers, weight, isShown, words, options }) => {
    if (prefers === null || kind === 'line' || kind === 'text') return []
    const label = Object.fromEntries(Object.entries(words).map(([locale, said]) => [locale, said.label]))
    const said = options.map((option) => ({ id: option.id, said: option.words }))
    return [{ id, kind, prefers, weight, isShown, label, options: said }]
  })
}

/** How many people a run would match as things stand. */
export const participantCount = (db: Db, roundId: string, pool?: Pool): Promise<number> =>
  keptParticipants(db, `${roundId} ${pool ?? ''}`, () => countParticipants(db, roundId, pool))

const keptParticipants = officeKeeper<number>(16)

async function countParticipants(db: Db, roundId: string, pool?: Pool): Promise<number> {
  const { count } = await inPool(db, roundId, pool)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/**
 * What a scenario was run with, and what a run would use as things stand, for `staleness`: without the applicants
 * of whom nothing has changed. Those whom a pin names are always there.
 */
export async function inputsThenAndNow(
  db: Db | Tx,
  round: Round,
  scenario: Scenario,
): Promise<{ before: Inputs; today: Inputs }> {
  const ran = await termsOf(db, scenario.id)
  const current = await currentTerms(db, round, scenario)
  const { rows } = await sql<{ before: Applicant | null; today: Applicant | null }>`
    select before.facts as before, today.facts as today
    from (select one as facts from scenario, jsonb_array_elements(input -> 'applicants') one
      where scenario.id = ${scenario.id}) before
    full join (${participants(db, round.id, scenario.pool).select(factsNow.as('facts'))}) today
      on before.facts -> 'id' = today.facts -> 'id'
    where before.facts is distinct from today.facts
      or today.facts ->> 'id' = any(${current.pins.flat()}::text[])`.execute(db)
  return {
    before: { ...ran, applicants: rows.flatMap(({ before }) => before ?? []) },
    today: { ...current, applicants: rows.flatMap(({ today }) => today ?? []) },
  }
}

async function partnersInPlan(db: Db | Tx, roundId: string): Promise<Two[]> {
  const plan = await planOf(db, roundId)
  if (!plan) return []
  const { groups } = await groupsOf(db, plan.id)
  return groups.flatMap(({ members }) => chain(members))
}

const participants = (db: Db | Tx, roundId: string, pool?: Pool) =>
  inPool(db, roundId, pool)
    .innerJoin('application', 'application.id', 'participant.applicationId')
    .innerJoin('person', 'person.id', 'participant.personId')

const inPool = (db: Db | Tx, roundId: string, pool: Pool = 'round') =>
  db
    .selectFrom('participant')
    .where('participant.roundId', '=', roundId)
    .$if(pool === 'rematch', (query) => query.where(hasNoPartner))

/** Nobody's partner in a living pairing of the round. */
const hasNoPartner = sql<boolean>`not exists (
  select from living_partner where living_partner.application_id = participant.application_id)`

/** When someone is up to write: as they said on the form, else as most people are. */
export const hoursNow = sql`case
  when application.awake_from is null then ${JSON.stringify(usualHours)}::jsonb
  else jsonb_build_object('from', application.awake_from, 'until', application.awake_until) end`

/**
 * A participant as a run sees them. Made by the database, so that it can tell what has changed since a run. The
 * scenario is kept for years; the address itself has no business in it.
 */
const factsNow = sql<Applicant>`jsonb_build_object(
  'id', application.id, 'personId', person.id,
  'addressKey', left(encode(sha256(convert_to(person.email_key, 'UTF8')), 'hex'), 16),
  'country', coalesce(application.country, ''), 'zone', coalesce(application.zone, 'UTC'),
  'sector', application.sector, 'stage', application.stage,
  'interests', application.interests, 'languages', application.languages,
  'hours', ${hoursNow},
  'wishes', jsonb_build_object('sector', application.wish_sector, 'stage', application.wish_stage,
    'interests', application.wish_interests),
  'firstTime', application.former_rounds = '{}', 'takesTwo', application.takes_two,
  'sharesEmail', application.shares_email)
  -- Only where there are some, so that a run of before is no other run for it.
  || case when application.dear_wishes = '{}' then '{}'::jsonb
    else jsonb_build_object('dear', application.dear_wishes) end
  || coalesce((
    select jsonb_build_object('answers', jsonb_object_agg(question_id, chosen))
    from (select question_id, jsonb_agg(option_id order by option_id) as chosen
      from own_answer join own_question on own_question.id = question_id
      where application_id = ${answering} and prefers is not null group by question_id) given
    having count(*) > 0), '{}')`

/** Pins, bans and holds that have not been lifted, oldest first. */
export const rulesInForce = (db: Db | Tx, roundId: string) =>
  db
    .selectFrom('pairingRule')
    .where('roundId', '=', roundId)
    .where('liftedAt', 'is', null)
    .select(['id', 'kind', 'firstId', 'secondId', 'madeAt'])
    .orderBy('madeAt')
    .orderBy('id')
    .execute()

/**
 * Which participants have been partners, in rounds from before this system or since, by every address each of the two
 * has been known by. Two people of one address are never paired either: they may be one.
 */
async function formerPartners(db: Db | Tx, roundId: string, pool?: Pool): Promise<Two[]> {
  const people = participants(db, roundId, pool).select('person.id')
  const { rows } = await sql<{ a: string; b: string }>`
    with known as (select person_id, broad_key as key from person_address where person_id in (${people})),
    partners (first_key, second_key) as (
      select first_key, second_key from former_pairing
      union
      select mine.broad_key, theirs.broad_key from former_partner
      join person_address mine on mine.person_id = first_id
      join person_address theirs on theirs.person_id = second_id
      -- Partners of this round who were parted do not meet again either.
      where round_id <> ${roundId} or ended_at is not null
      union
      select key, key from known)
    select distinct least(one.person_id, other.person_id) as a, greatest(one.person_id, other.person_id) as b
    from partners
    join known one on one.key = first_key
    join known other on other.key = second_key
    where one.person_id <> other.person_id
    order by a, b`.execute(db)
  return rows.map(({ a, b }) => [a, b])
}

/** Those of former partners of earlier rounds who both asked, in this round, to meet each other again. */
async function meetingAgain(db: Db | Tx, roundId: string, pool?: Pool): Promise<Two[]> {
  const people = participants(db, roundId, pool).select('application.id')
  const { rows } = await sql<{ a: string; b: string }>`
    select distinct mine.person_id as a, theirs.person_id as b
    from again_wish wish
    join application wrote on wrote.id = wish.application_id
    join application mine on mine.id = coalesce(wrote.merged_into, wrote.id)
    join application theirs on theirs.person_id = wish.partner_id and theirs.round_id = mine.round_id
    join again_wish back on back.partner_id = mine.person_id
    join application replied on replied.id = back.application_id and theirs.id = coalesce(replied.merged_into, replied.id)
    where mine.round_id = ${roundId} and mine.person_id < theirs.person_id
      and mine.id in (${people}) and theirs.id in (${people})
      -- Who was parted in this very round is not put back together.
      and not exists (select from former_partner where round_id = ${roundId}
        and first_id in (mine.person_id, theirs.person_id) and second_id in (mine.person_id, theirs.person_id))
    order by a, b`.execute(db)
  return rows.map(({ a, b }) => [a, b])
}
