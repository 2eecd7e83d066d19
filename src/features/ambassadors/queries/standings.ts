import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import { dayIn } from '../../../platform/days.ts'
import { inSteps } from '../../../platform/small-numbers.ts'
import { answerCounts, placesForOne } from '../../applications/index.ts'
import { shortAddressCounts, shortAddressOf } from '../../calls/index.ts'
import { terminal } from '../../people/index.ts'
import { type Round, roundsFor } from '../../rounds/index.ts'
import { type Counted, type CountryStanding, callBefore, type Sent, traitsOf, weeksOf } from '../country.ts'
import { placesLeft } from '../published.ts'

/** How a country stands in a round: numbers that may be told, and no others leave this function. */
export async function standingIn(db: Db, country: string, round: Round, now: Date): Promise<CountryStanding> {
  const before = callBefore(await roundsFor(db, terminal), round)
  const sent = await sentFrom(db, country, round)
  const last = before && (await sentFrom(db, country, before))
  const drafts = await draftsFrom(db, country, round.id)
  const { most, isAsLast, taken } = await capFor(db, sent, before)
  const { applications } = sent
  return {
    ...{ country, round, most, isAsLast },
    last: last && { round: last.round, sent: inSteps(last.applications.length) },
    sent: inSteps(applications.length),
    accepted: inSteps(applications.filter(({ isAccepted }) => isAccepted).length),
    waiting: inSteps(applications.filter(({ isWaiting }) => isWaiting).length),
    unsent: inSteps(drafts.filter(({ sentAt }) => sentAt === null).length),
    places: placesLeft(most, taken),
    weeks: weeksOf(
      sent,
      drafts.map(({ begunAt }) => begunAt),
      last,
      now,
    ),
    ...traitsOf(applications),
    short: await shortCounts(db, country, round, now),
  }
}

/**
 * How many places the country may have, and how many of them are taken. While nobody has a place yet, those who apply
 * first will; and a call that has just opened is taken to become as large as the one before.
 */
async function capFor(db: Db, { round, applications }: Sent, before: Round | null) {
  const all = await answerCounts(db, round.id)
  const isGiven = all.accepted > 0
  const last = before && !isGiven ? (await answerCounts(db, before.id)).applications : 0
  return {
    most: placesForOne(isGiven ? all.accepted : Math.max(all.applications, last), round.capPercent),
    isAsLast: last > all.applications,
    taken: applications.filter(({ isAccepted }) => isAccepted || !isGiven).length,
  }
}

/** What came from a country, without whom it was of. */
async function sentFrom(db: Db, country: string, round: Round): Promise<Sent> {
  const rows = await livingOf(db, round.id)
    .where('country', '=', country)
    .select(['submittedAt', 'sector', 'languages'])
    .select([
      sql<boolean>`accepted_at is not null`.as('isAccepted'),
      sql<boolean>`waitlisted_at is not null`.as('isWaiting'),
      sql<boolean>`former_rounds = '{}'`.as('isFirst'),
    ])
    .execute()
  return { round, applications: rows satisfies Counted[] }
}

/** Applications that ask for a place or have one. */
export const livingOf = (db: Db, roundId: string) =>
  db
    .selectFrom('application')
    .where('roundId', '=', roundId)
    // Anyone may type anyone's address as often as they like.
    .where('unconfirmedSince', 'is', null)
    .where('mergedInto', 'is', null)
    .where('withdrawnAt', 'is', null)
    .where('droppedAt', 'is', null)

const draftsFrom = (db: Db, country: string, roundId: string) =>
  db
    .selectFrom('applicationDraft')
    .innerJoin('draftPage', 'draftPage.draftId', 'applicationDraft.id')
    .where('roundId', '=', roundId)
    .where('page', '=', 'you')
    .where(sql<string>`typed ->> 'country'`, '=', country)
    .select(['begunAt', 'sentAt'])
    .execute()

async function shortCounts(db: Db, country: string, { applyFrom, applyUntil }: Round, now: Date) {
  const code = await shortAddressOf(db, country)
  if (code === null) return null
  const { visits, applications } = await shortAddressCounts(db, country, {
    from: dayIn(applyFrom),
    until: dayIn(now < applyUntil ? now : applyUntil),
  })
  return { code, visits: inSteps(visits), applications: inSteps(applications) }
}
