import type { Db, Tx } from '../../../db/index.ts'
import { officeKeeper } from '../../../platform/office-version.ts'
import { NotFound } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import type { Application, PlainWish, Sector, Stage, Wish } from '../application.ts'
import { pairKey } from '../duplicates.ts'
import { visibleTo } from '../policy.ts'

export const columns = [
  ...([
    'id',
    'submittedAt',
    'email',
    'givenName',
    'familyName',
    'country',
    'countryWritten',
    'zone',
  ] as const),
  ...([
    'workplace',
    'jobTitle',
    'sector',
    'sectorWritten',
    'stage',
    'interests',
    'languages',
    'about',
    'links',
  ] as const),
  ...(['wishSector', 'wishStage', 'wishInterests', 'wishNote', 'formerRounds', 'heardFrom'] as const),
  ...(['acceptsCode', 'acceptsCodeWritten', 'sharesEmail', 'sharesEmailWritten', 'takesTwo'] as const),
  'unconfirmedSince',
  ...(['acceptedAt', 'waitlistedAt', 'droppedAt', 'withdrawnAt', 'mergedInto'] as const),
] as const

/** Every application of a round that the actor may see, in the order in which they came. */
export async function applicationsOf(db: Db | Tx, actor: Actor, roundId: string): Promise<Application[]> {
  const rows = await db
    .selectFrom('application')
    .select(columns)
    .where('roundId', '=', roundId)
    .where(visibleTo(actor))
    .orderBy('submittedAt')
    .orderBy('id')
    .execute()
  return rows.map(asApplication)
}

/** @throws NotFound `no-such-application`, also when it is of another round or not for this actor */
export async function applicationById(
  db: Db | Tx,
  actor: Actor,
  id: string,
): Promise<Application & { roundId: string; locale: string }> {
  const row = await db
    .selectFrom('application')
    .select([...columns, 'roundId', 'locale'])
    .where('id', '=', id)
    .where(visibleTo(actor))
    .executeTakeFirst()
  if (!row) throw new NotFound('no-such-application')
  return { ...asApplication(row), roundId: row.roundId, locale: row.locale }
}

/** For what people are told of their own: what is theirs was found before. */
export async function applicationsByIds(db: Db, ids: readonly string[]): Promise<Application[]> {
  if (ids.length === 0) return []
  return (await db.selectFrom('application').select(columns).where('id', 'in', ids).execute()).map(
    asApplication,
  )
}

/** The table's constraints promise these codes. */
export const asApplication = <Row extends Codes>(row: Row) => ({
  ...row,
  sector: row.sector as Sector | null,
  stage: row.stage as Stage | null,
  wishSector: row.wishSector as PlainWish,
  wishStage: row.wishStage as Wish,
  wishInterests: row.wishInterests as PlainWish,
})
type Codes = {
  sector: string | null
  stage: string | null
  wishSector: string
  wishStage: string
  wishInterests: string
}

/** How many applications of a round still ask for a place or have one, and how they were answered. */
export const answerCounts = (db: Db, roundId: string) =>
  keptAnswers(db, roundId, () => countAnswers(db, roundId))

const keptAnswers = officeKeeper<AnswerCounts>(8)
export type AnswerCounts = { applications: number; accepted: number; waiting: number }

const countAnswers = (db: Db, roundId: string): Promise<AnswerCounts> =>
  db
    .selectFrom('application')
    .where('roundId', '=', roundId)
    .where('mergedInto', 'is', null)
    .where('withdrawnAt', 'is', null)
    .where('droppedAt', 'is', null)
    .select((eb) => [
      eb.fn.countAll<number>().as('applications'),
      eb.fn.count<number>('acceptedAt').as('accepted'),
      eb.fn.count<number>('waitlistedAt').as('waiting'),
    ])
    .executeTakeFirstOrThrow()

/** Pairs that were decided about, by `pairKey`. */
export async function settledPairs(db: Db | Tx, roundId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('duplicateVerdict')
    .innerJoin('application', 'application.id', 'firstId')
    .where('roundId', '=', roundId)
    .select(['firstId', 'secondId'])
    .execute()
  return new Set(rows.map(({ firstId, secondId }) => pairKey(firstId, secondId)))
}
