import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import { type MemberStanding, standingsOf } from '../../checkins/index.ts'
import type { Actor } from '../../people/index.ts'
import type { Round } from '../../rounds/index.ts'
import { type Known, leaversOf } from '../ending.ts'
import { ladderOf } from './ladder.ts'
import { type CaseLine, dueCases } from './queue.ts'

/** A pairing that is ready to be ended, by its case: who leaves, and who stays and waits. */
export type Ending = { one: CaseLine; leaving: MemberStanding[]; staying: MemberStanding[] }

/** All pairings of some rounds in whose cases nothing is left but to end them, those that are due first before the others. */
export async function endingsDue(
  db: Db,
  actor: Actor,
  rounds: readonly Round[],
  now: Date,
): Promise<Ending[]> {
  const found = await Promise.all(rounds.map((round) => endingsOf(db, actor, round, now)))
  // A pairing may have several cases; it ends once.
  const all = found.flat().toSorted((a, b) => a.one.dueAt.getTime() - b.one.dueAt.getTime())
  return [...new Map(all.toReversed().map((ending) => [ending.one.pairingId, ending])).values()].reverse()
}

async function endingsOf(db: Db, actor: Actor, round: Round, now: Date): Promise<Ending[]> {
  const pairs = new Map((await standingsOf(db, round, now)).map((pair) => [pair.id, pair]))
  const due = (await dueCases(db, actor, { roundId: round.id, now })).filter(({ next }) => next === 'release')
  const { ladder } = await ladderOf(db, round.id)
  const known = await knownOf(db, due, now)
  return due.flatMap((one) => {
    const [pair, told] = [pairs.get(one.pairingId), known.get(one.pairingId)]
    const leaving = pair && told && leaversOf(one, pair, { ...told, days: ladder.days[one.kind], now })
    if (!leaving) return []
    return [{ one, leaving, staying: pair.members.filter((member) => !leaving.includes(member)) }]
  })
}

/** The email by which somebody was asked once more: one that is held, or that its reader did not want, has asked nobody. */
const mailOf = sql`select outbox.state, outbox.sent_at from outbox
  where outbox.person_id = told.person_id and outbox.kind in ('check-in-nudge', 'case')
    and outbox.created_at between told.at - interval '1 minute' and told.at + interval '1 minute'
  order by outbox.created_at desc limit 1`

/**
 * What is known of the pairings of some cases. Those are not there which a person has to look at: of a report under the code of
 * conduct, with somebody who was shut out, that were put together again in a case that goes on, or that a coordinator lets wait.
 */
async function knownOf(
  db: Db,
  cases: readonly CaseLine[],
  now: Date,
): Promise<ReadonlyMap<string, Pick<Known, 'nudges' | 'backAt'>>> {
  if (cases.length === 0) return new Map()
  const told = sql`from pairing_case beside join case_event told on told.case_id = beside.id
    where beside.pairing_id = pairing.id`
  const rows = await db
    .selectFrom('pairing')
    .where('pairing.id', '=', sql<string>`any(${cases.map(({ pairingId }) => pairingId)}::uuid[])`)
    .where(
      sql<boolean>`not exists (select from pairing_case report
        where report.pairing_id = pairing.id and report.kind = 'conduct' and report.closed_at is null)`,
    )
    .where(
      sql<boolean>`not exists (select ${told} and (told.kind = 'parted' or told.what = 'parted')
        and not exists (select from case_event closed
          where closed.case_id = told.case_id and closed.kind = 'closed' and closed.id > told.id))`,
    )
    .where(
      sql<boolean>`not exists (select from pairing_member member
        where member.pairing_id = pairing.id and member.ended_at is null and not exists (
          select from participant where participant.application_id = member.application_id))`,
    )
    .where(
      sql<boolean>`coalesce((select told.since ${told} and told.kind = 'waited' order by told.id desc limit 1), '-infinity') <= ${now}`,
    )
    .select('pairing.id')
    .select([
      // Instants as numbers: a date in JSON would come as text.
      sql<
        { personId: string; atMs: number }[]
      >`(select coalesce(json_agg(json_build_object('personId', told.person_id,
          'atMs', round(extract(epoch from greatest(told.at, mail.sent_at)) * 1000)) order by told.at), '[]')
        from (select told.person_id, told.at ${told} and told.what = 'nudge') told
        left join lateral (${mailOf}) mail on true
        where mail.state is null or mail.state in ('sent', 'unknown'))`.as('nudges'),
      sql<Date | null>`(select max(absence.until_on + 1)::timestamptz from pairing_member member
        join absence on absence.person_id = member.person_id
        where member.pairing_id = pairing.id and member.ended_at is null and absence.cancelled_at is null
          and absence.from_on <= ${now}::date)`.as('backAt'),
    ])
    .execute()
  return new Map(
    rows.map(({ id, nudges, backAt }) => [
      id,
      { backAt, nudges: nudges.map(({ personId, atMs }) => ({ personId, at: new Date(atMs) })) },
    ]),
  )
}
