import type { Db, Tx } from '../../../db/index.ts'
import type { Application, FormAnswers } from '../../applications/index.ts'
import {
  againOf,
  lineageAnswersOf,
  type OwnApplication,
  ownApplicationsOf,
} from '../../applications/index.ts'
import { type Question, typedFrom } from '../../questions/index.ts'
import type { Round } from '../../rounds/index.ts'
import { type Values, valuesFrom } from '../draft.ts'
import { type Draft, draftOf, type Holder } from './drafts.ts'
import { type FormerPartner, formerPartnersOf } from './former.ts'

/** Everything that is known to someone's form of a round. */
export type Begun = {
  draft: Draft | null
  /** Their application to this round, or one with their address that they have not said is theirs. */
  application: OwnApplication | null
  /** What the round asks of its own. */
  questions: readonly Question[]
  /** Whom they were partners with in other rounds. */
  former: readonly FormerPartner[]
  /** What stands in the fields: as they were typed, else as they were answered before. */
  values: Values
  /** Where answers come from that were not typed for this round. */
  from: 'this-round' | 'last-round' | null
}

/** What is told of somebody's answers to them. */
export type Answered = Pick<Begun, 'values' | 'questions' | 'former'>

/** @param questions what the round asks of its own */
export async function begunBy(
  db: Db | Tx,
  round: Round,
  holder: Holder & { email: string | null },
  { now, questions }: { now: Date; questions: readonly Question[] },
): Promise<Begun> {
  const { personId, email } = holder
  const draft = await draftOf(db, round.id, holder)
  const typed: Values = Object.assign({}, ...Object.values(draft?.pages ?? {}).map((page) => page.typed))
  if (personId === null) return { draft, application: null, questions, former: [], values: typed, from: null }
  const own = await ownApplicationsOf(db, personId, now)
  const application = own.find(({ roundId }) => roundId === round.id) ?? null
  const last = await lastAnswers(db, { personId, own: knownOwn(application) })
  const before = last
    ? { ...valuesFrom(last), ...typedFrom(questions, await lineageAnswersOf(db, last.id)) }
    : await accountValues(db, personId)
  // What was wished for in another round is no wish of this one.
  const again = knownOwn(application) ? await againOf(db, knownOwn(application) ?? '') : []
  const values = {
    ...before,
    again: again.map(({ id }) => id),
    ...typed,
    ...(email === null ? {} : { email }),
  }
  return {
    draft,
    application,
    questions,
    former: await formerPartnersOf(db, personId, round.id),
    values,
    from: last ? (knownOwn(application) ? 'this-round' : 'last-round') : null,
  }
}

/** The id of an application that is known to be its reader's. */
export const knownOwn = (application: OwnApplication | null): string | null =>
  application && application.state !== 'unconfirmed' ? application.id : null

type Before = Application & FormAnswers

/** The application of someone to this round, else the one they sent last. */
async function lastAnswers(
  db: Db | Tx,
  { personId, own }: { personId: string; own: string | null },
): Promise<Before | undefined> {
  const row = await db
    .selectFrom('application')
    .selectAll()
    .where((eb) => (own === null ? eb('personId', '=', personId) : eb('id', '=', own)))
    .orderBy('submittedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row as Before | undefined
}

async function accountValues(db: Db | Tx, personId: string): Promise<Values> {
  const { name, zone } = await db
    .selectFrom('person')
    .select(['name', 'zone'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  return { name, ...(zone === 'UTC' ? {} : { zone }) }
}

/** The codes of the rounds in which someone had a place to the end of applications, oldest first. */
export async function formerRoundsOf(db: Db | Tx, personId: string, roundId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('application')
    .innerJoin('round', 'round.id', 'application.roundId')
    .where('personId', '=', personId)
    .where('acceptedAt', 'is not', null)
    .where('round.id', '<>', roundId)
    .select('code')
    .distinct()
    .orderBy('code')
    .execute()
  return rows.map(({ code }) => code)
}
