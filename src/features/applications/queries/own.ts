import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import { goesOn } from '../../rounds/index.ts'
import { problemsOf } from '../checks.ts'
import type { DropReason } from '../mends.ts'
import { applicationsByIds } from './applications.ts'

/**
 * How an application stands to the person who sent it, the one that counts most first. What the desk still has to
 * settle is none of their business, but for a question that they were asked.
 */
const ownStates = [
  /** Has a place, and the partners are introduced. */
  'placed',
  /** Has a place, and nobody is introduced yet. */
  'accepted',
  'waitlisted',
  /** Was emailed a question, and we wait for the answer. */
  'asked',
  /** Came by form with their address, and they have not confirmed it. */
  'unconfirmed',
  'sent',
  'withdrawn',
  /** Withdrawn by the one who sent it, before there was an answer. */
  'taken-back',
  'no-consent',
  'on-request',
  'dropped',
  'duplicate',
] as const
export type OwnState = (typeof ownStates)[number]

export type OwnApplication = { id: string; roundId: string; state: OwnState; submittedAt: Date }

/** Until partners are introduced; from then on it concerns a partner too. */
export const mayWithdraw = ({ state }: OwnApplication): boolean =>
  ['accepted', 'waitlisted', 'asked', 'unconfirmed', 'sent'].includes(state)

/**
 * What became of someone's applications to rounds that are not over: one for each round, the newest round first. Of
 * several, the one that counts; one that was merged counts as that into which it was.
 */
export async function ownApplicationsOf(db: Db | Tx, personId: string, now: Date): Promise<OwnApplication[]> {
  const rows = await countingOnes(db, personId, now)
  const unsettled = await asked(
    db,
    rows.filter(({ state }) => state === 'sent').map(({ id }) => id),
  )
  return rows.map(({ id, roundId, state, submittedAt }) => ({
    id,
    roundId,
    state: unsettled.has(id) ? 'asked' : state,
    submittedAt,
  }))
}

const countingOnes = (db: Db | Tx, personId: string, now: Date) =>
  db
    .with('own', (cte) =>
      cte
        .selectFrom('application')
        .innerJoin('person', (join) =>
          join.on(({ or, and, eb, ref }) =>
            or([
              eb('application.personId', '=', ref('person.id')),
              // Nobody has been answered yet: anyone who reads the mail of an address has sent what came from it.
              and([
                eb('application.personId', 'is', null),
                eb(sql`lower(application.email)`, '=', sql`lower(person.email)`),
              ]),
            ]),
          ),
        )
        .leftJoin('release', 'release.roundId', 'application.roundId')
        .where('person.id', '=', personId)
        .where('application.mergedInto', 'is', null)
        .distinctOn('application.roundId')
        .select(['application.id', 'application.roundId', 'application.submittedAt', stored.as('state')])
        .orderBy('application.roundId')
        .orderBy(sql`array_position(${sql.val([...ownStates])}::text[], ${stored})`)
        .orderBy('application.submittedAt', 'desc'),
    )
    .selectFrom('own')
    .innerJoin('round', 'round.id', 'own.roundId')
    .where(goesOn(now))
    .where('round.announcedAt', 'is not', null)
    .select(['own.id', 'own.roundId', 'own.state', 'own.submittedAt'])
    .orderBy('round.startsOn', 'desc')
    .execute()

/** The reasons to drop of which there is something to tell beyond the fact. */
const toldReasons = ['no-consent', 'on-request', 'duplicate'] as const satisfies DropReason[]

const stored = sql<Exclude<OwnState, 'asked'>>`case
  when application.withdrawn_at is not null and application.accepted_at is null then 'taken-back'
  when application.withdrawn_at is not null then 'withdrawn'
  when application.drop_reason = any(${sql.val([...toldReasons])}::text[]) then application.drop_reason
  when application.dropped_at is not null then 'dropped'
  when application.accepted_at is not null and release.round_id is not null then 'placed'
  when application.accepted_at is not null then 'accepted'
  when application.waitlisted_at is not null then 'waitlisted'
  when application.unconfirmed_since is not null then 'unconfirmed'
  else 'sent' end`

/** Those whose senders were asked something that their answers still leave open. */
async function asked(db: Db | Tx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const questions = await db
    .selectFrom('applicationQuestion')
    .where('applicationId', 'in', ids)
    .where('closedAt', 'is', null)
    .select(['applicationId', 'kind'])
    .execute()
  const open = new Set(questions.map(({ applicationId, kind }) => `${applicationId} ${kind}`))
  const applications = await applicationsByIds(db, [...new Set(questions.map((one) => one.applicationId))])
  const isOpen = (one: (typeof applications)[number]) =>
    problemsOf(one).some(({ kind }) => open.has(`${one.id} ${kind}`))
  return new Set(applications.filter(isOpen).map(({ id }) => id))
}

/** Rounds that are over, in which someone had a place to the end; newest first. */
export const pastPlacesOf = (db: Db | Tx, personId: string, now: Date): Promise<{ roundId: string }[]> =>
  db
    .selectFrom('application')
    .innerJoin('round', 'round.id', 'application.roundId')
    .innerJoin('release', 'release.roundId', 'round.id')
    .where('application.personId', '=', personId)
    .where('application.acceptedAt', 'is not', null)
    .where('application.withdrawnAt', 'is', null)
    .where('application.droppedAt', 'is', null)
    .where('application.mergedInto', 'is', null)
    .where(({ not }) => not(goesOn(now)))
    .select('application.roundId')
    .orderBy('round.startsOn', 'desc')
    .execute()
