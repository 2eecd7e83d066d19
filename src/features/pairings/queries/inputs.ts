import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import { addressKey } from '../../applications/index.ts'
import type { Round } from '../../rounds/index.ts'
import { type Applicant, type Sector, type Stage, usualHours, type Wish } from '../applicant.ts'
import { chain, type Inputs, type Two } from '../scenario.ts'
import { defaultSettings, type Settings } from '../settings.ts'
import { groupsOf, planOf } from './scenarios.ts'

/** Changes when the same inputs could give another answer: the engine's or the scores' version. */
export const engineVersion = '2'

/** Whom to match: everyone of the round, or, while it runs, only those who have no partner. */
export type Pool = 'round' | 'again'

export type Wanted = { seed: number; settings?: Settings; pool?: Pool }

/**
 * All that a run would use as things stand: the accepted participants of the round who are still in it,
 * who was whose partner before, the pins, bans and holds in force, and who is whose partner in the plan.
 *
 * @returns applicants in the order of their ids
 */
export async function currentInputs(
  db: Db | Tx,
  round: Round,
  { seed, settings = defaultSettings, pool = 'round' }: Wanted,
): Promise<Inputs> {
  const rows = await participants(db, round.id, pool)
  const rules = await rulesInForce(db, round.id)
  const twos = (kind: string) =>
    rules.flatMap((rule): Two[] =>
      rule.kind === kind && rule.secondId !== null ? [[rule.firstId, rule.secondId]] : [],
    )
  const people = new Set(rows.map((row) => row.personId))
  return {
    applicants: rows.map(applicantOf),
    former: (await formerPartners(db, round.id)).filter(([a, b]) => people.has(a) && people.has(b)),
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

async function partnersInPlan(db: Db | Tx, roundId: string): Promise<Two[]> {
  const plan = await planOf(db, roundId)
  if (!plan) return []
  const { groups } = await groupsOf(db, plan.id)
  return groups.flatMap(({ members }) => chain(members))
}

/** Accepted, and neither withdrawn, dropped nor merged since. */
const participants = (db: Db | Tx, roundId: string, pool: Pool) =>
  db
    .selectFrom('application')
    .innerJoin('person', 'person.id', 'application.personId')
    .where('application.roundId', '=', roundId)
    .where('application.acceptedAt', 'is not', null)
    .where('application.withdrawnAt', 'is', null)
    .where('application.droppedAt', 'is', null)
    .where('application.mergedInto', 'is', null)
    .$if(pool === 'again', (query) => query.where(hasNoPartner))
    .select(['application.id', 'person.id as personId', 'person.emailKey', 'application.country'])
    .select(['application.zone', 'sector', 'stage', 'interests', 'languages', 'formerRounds'])
    .select(['wishSector', 'wishStage', 'wishInterests', 'sharesEmail', 'takesTwo'])
    .orderBy('application.id')
    .execute()

/** Nobody's partner in a living pairing of the round. */
const hasNoPartner = sql<boolean>`not exists (
  select from pairing_member member join pairing on pairing.id = member.pairing_id
  where member.application_id = application.id and member.ended_at is null and pairing.dissolved_at is null)`

type Row = Awaited<ReturnType<typeof participants>>[number]

/** What the table's constraints promise of an accepted application, the types here take over. */
function applicantOf(row: Row): Applicant {
  return {
    id: row.id,
    personId: row.personId,
    // The scenario is kept for years; the address itself has no business in it.
    addressKey: createHash('sha256').update(row.emailKey).digest('hex').slice(0, 16),
    country: row.country ?? '',
    zone: row.zone ?? 'UTC',
    sector: row.sector as Sector,
    stage: row.stage as Stage,
    interests: row.interests,
    languages: row.languages,
    hours: usualHours,
    wishes: {
      sector: row.wishSector as Wish,
      stage: row.wishStage as Wish,
      interests: row.wishInterests as Wish,
    },
    firstTime: row.formerRounds.length === 0,
    takesTwo: row.takesTwo,
    sharesEmail: row.sharesEmail,
  }
}

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
 * Which people of a round have been partners: in rounds from before this system by address, since then by
 * pairing.
 */
async function formerPartners(db: Db | Tx, roundId: string): Promise<Two[]> {
  const personOf = await personsByAddress(db, roundId)
  const imported = await db.selectFrom('formerPairing').select(['firstKey', 'secondKey']).execute()
  const fromFile = imported.flatMap(({ firstKey, secondKey }): Two[] => {
    const [a, b] = [personOf.get(firstKey), personOf.get(secondKey)]
    return a && b ? [[a, b]] : []
  })
  const ours = await db
    .selectFrom('pairingMember as one')
    .innerJoin('pairingMember as other', 'other.pairingId', 'one.pairingId')
    .where(sql<boolean>`one.person_id < other.person_id`)
    .where('one.personId', 'in', peopleOf(db, roundId))
    .where('other.personId', 'in', peopleOf(db, roundId))
    // Partners of this round who were parted do not meet again either.
    .where((eb) => eb.or([eb('one.roundId', '<>', roundId), eb('one.endedAt', 'is not', null)]))
    .select(['one.personId as a', 'other.personId as b'])
    .execute()
  const all = [...fromFile, ...ours.map(({ a, b }): Two => [a, b])].map(([a, b]) => [a, b].sort().join(' '))
  return [...new Set(all)].sort().map((key) => key.split(' ') as [string, string])
}

/** Every address by which someone of a round has been known, their own and those of their applications. */
async function personsByAddress(db: Db | Tx, roundId: string): Promise<Map<string, string>> {
  const people = await db
    .selectFrom('person')
    .where('id', 'in', peopleOf(db, roundId))
    .select(['id', 'emailKey'])
    .execute()
  const written = await db
    .selectFrom('application')
    .leftJoin('application as whole', 'whole.id', 'application.mergedInto')
    .where((eb) => eb(eb.fn.coalesce('whole.personId', 'application.personId'), 'in', peopleOf(db, roundId)))
    .select((eb) => [
      'application.email',
      eb.fn.coalesce('whole.personId', 'application.personId').$notNull().as('personId'),
    ])
    .execute()
  return new Map([
    ...written.map(({ email, personId }) => [addressKey(email), personId] as const),
    ...people.map(({ id, emailKey }) => [emailKey, id] as const),
  ])
}

const peopleOf = (db: Db | Tx, roundId: string) =>
  db
    .selectFrom('application as accepted')
    .where('accepted.roundId', '=', roundId)
    .where('accepted.acceptedAt', 'is not', null)
    .where('accepted.personId', 'is not', null)
    .select((eb) => eb.ref('accepted.personId').$notNull().as('personId'))
