import { sql } from 'kysely'
import { type Db, hasIn, isHeldUp, often, type Tx } from '../../db/index.ts'
import { keeper } from '../../platform/kept.ts'
import { pausedSince } from '../../platform/network/index.ts'
import { askedTogether } from '../../platform/once.ts'
import { Conflict, NotFound } from '../../platform/refusals.ts'
import { type Actor, type Naming, type RoundMatters, type Search, visitor } from '../people/index.ts'
import { roundInText, roundTitle } from './pages/telling.ts'
import { officeRoundPath } from './paths.ts'
import { mayRunRounds, visibleTo } from './policy.ts'
import { inHandFirst, phaseOf, type Round } from './round.ts'
import { words } from './words.ts'

export const columns = [
  'id',
  'code',
  'title',
  'applyFrom',
  'applyUntil',
  'startsOn',
  'endsOn',
  'zone',
  'capPercent',
  'topicDays',
  'announcedAt',
  'capAppliedAt',
  sql<Date | null>`(select released_at from release where release.round_id = round.id)`.as('releasedAt'),
] as const

/** @throws NotFound `no-such-round`, also for a draft this actor may not see. */
export async function roundByCode(db: Db | Tx, actor: Actor, code: string): Promise<Round> {
  const [round] = await often(db, called(db, actor, code))
  if (!round) throw new NotFound('no-such-round', { code })
  return round
}

const called = (db: Db | Tx, actor: Actor, code: string) =>
  db.selectFrom('round').select(columns).where('code', '=', spelled(code)).where(visibleTo(actor))

const spelled = (typed: string) => typed.trim().toUpperCase()

/** The same among rounds that were read. @throws NotFound `no-such-round` */
export function roundAmong(rounds: readonly Round[], code: string): Round {
  const round = rounds.find((one) => one.code === spelled(code))
  if (!round) throw new NotFound('no-such-round', { code })
  return round
}

const kept = keeper<readonly Round[]>(1)

/**
 * Rounds as everyone may see them, newest first: read anew when something public has changed.
 *
 * @param version of `publicVersions`
 */
export const publicRounds = (db: Db, version: string): Promise<readonly Round[]> =>
  kept(db, { key: 'rounds', version }, () => roundsFor(db, visitor('en')))

/** The row, locked until the transaction ends. @throws NotFound `no-such-round` */
export async function lockRound(tx: Tx, id: string): Promise<Round> {
  // Locked before it is read: someone who waited for the lock sees what was done meanwhile, a release too.
  await tx.selectFrom('round').select('id').where('id', '=', id).forUpdate().execute()
  return roundById(tx, id)
}

/** For jobs, which act for nobody. @throws NotFound `no-such-round` */
export async function roundById(db: Db | Tx, id: string): Promise<Round> {
  const round = await db.selectFrom('round').select(columns).where('id', '=', id).executeTakeFirst()
  if (!round) throw new NotFound('no-such-round', { code: id })
  return round
}

/** Newest first: for a desk, ten features ask at once. @param code of the only one that is wanted */
export const roundsFor = askedTogether(
  (db: Db, actor: Actor, code?: string): Promise<readonly Round[]> =>
    db
      .selectFrom('round')
      .select(columns)
      .where(visibleTo(actor))
      .$if(code !== undefined, (ofOne) => ofOne.where('code', '=', code ?? ''))
      .orderBy('startsOn', 'desc')
      .execute(),
)

/**
 * Rounds that may need hands, those at hand first: those that have not ended, and those whose participants were never
 * introduced.
 *
 * @param code of the only one that is wanted
 */
export async function openRounds(db: Db, actor: Actor, now: Date, code?: string): Promise<Round[]> {
  const rounds = inHandFirst(await roundsFor(db, actor, code), now)
  return rounds.filter((round) => phaseOf(round, now) !== 'ended' || round.releasedAt === null)
}

/** What everyone may see, the newest first. */
const announced = (db: Db | Tx) =>
  db
    .selectFrom('round')
    .select(columns)
    .where(visibleTo(visitor('en')))
    .orderBy('startsOn', 'desc')

/** Rounds that have begun by their own clocks, the newest first, as a query: to be asked for some of them. */
export const begunRounds = (db: Db | Tx, now: Date) =>
  announced(db).where(sql<boolean>`round.starts_on <= (${now}::timestamptz at time zone round.zone)::date`)

/** Rounds to which anyone can apply now, the newest first; none while the network is paused. */
export async function openCalls(db: Db | Tx, now: Date): Promise<Round[]> {
  const notYetClosed = await announced(db).where('applyUntil', '>', now).execute()
  const open = notYetClosed.filter((round) => phaseOf(round, now) === 'applying')
  return open.length > 0 && (await pausedSince(db)) !== null ? [] : open
}

/** Whether a round goes on, by its own clock; its last day belongs to it. */
export const goesOn = (now: Date) =>
  sql<boolean>`round.ends_on >= (${now}::timestamptz at time zone round.zone)::date`

/** What only changes pairs of a round that goes on. @throws Conflict `round-is-over` */
export function refuseOnceOver(round: Round, now: Date): void {
  if (phaseOf(round, now) === 'ended') throw new Conflict('round-is-over')
}

/**
 * The round, locked until the transaction ends: whatever changes its proposal does so one after the other.
 *
 * @throws NotFound `no-such-round`
 * @throws Conflict `round-is-busy` when someone else holds it for long, as a release of a large round does
 */
export async function lockedRound(tx: Tx, actor: Actor, code: string): Promise<Round> {
  const round = await called(tx, actor, code)
    .forUpdate()
    .executeTakeFirst()
    .catch((error) => {
      throw isHeldUp(error) ? new Conflict('round-is-busy') : error
    })
  if (!round) throw new NotFound('no-such-round', { code })
  return round
}

export type Release = {
  scenarioId: string
  campaignId: string
  releasedAt: Date
  /** Null when the terminal released. */
  releasedBy: string | null
}

/** The release of a round; null while there is none. */
export async function releaseOf(db: Db | Tx, roundId: string): Promise<Release | null> {
  const release = await db
    .selectFrom('release')
    .leftJoin('person', 'person.id', 'release.releasedBy')
    .where('release.roundId', '=', roundId)
    .select(['release.scenarioId', 'release.campaignId', 'release.releasedAt'])
    .select('person.name as releasedBy')
    .executeTakeFirst()
  return release ?? null
}

/** Rounds that nobody can see yet. */
export const roundMatters: RoundMatters = async (db, actor, _now, code) => {
  if (!mayRunRounds(actor)) return []
  const t = words(actor.locale)
  const drafts = (await roundsFor(db, actor, code)).filter(({ announcedAt }) => announcedAt === null)
  return drafts.map((round) => ({
    round,
    text: t('matter.draft'),
    act: { href: officeRoundPath(round.code), label: t('matter.draft.act') },
    urgency: 'soon',
    dueAt: round.applyFrom,
  }))
}

/** Rounds by a part of their code or title. */
export const findRounds: Search = async (db, actor, { text, limit }) => {
  const byCode = sql`replace(${roundTitle(actor.locale, { title: '', code: '*' })}::text, '*', round.code)`
  const rounds = await db
    .selectFrom('round')
    .where(visibleTo(actor))
    .where(hasIn(sql`(round.code || ' ' || coalesce(nullif(round.title, ''), ${byCode}))`, text))
    .select(['code', 'title'])
    .orderBy('startsOn', 'desc')
    .limit(limit)
    .execute()
  const kind = words(actor.locale)('found.round')
  return rounds.map(({ code, title }) => ({
    kind,
    title: roundTitle(actor.locale, { code, title }),
    note: code,
    href: officeRoundPath(code),
  }))
}

/** Rounds by their ids. */
export const namedRounds: Naming = async (db, ids, { locale }) => {
  const rounds = await db.selectFrom('round').where('id', 'in', ids).select(['id', 'code', 'title']).execute()
  return rounds.map(({ id, ...round }) => ({
    id,
    label: roundInText(locale, round),
    href: officeRoundPath(round.code),
  }))
}
