import { sql } from 'kysely'
import type { Db } from '../../db/index.ts'
import { daysAfter } from '../../platform/days.ts'
import { isUuid } from '../../platform/ids.ts'
import { type Contributions, type Task, tasks } from '../people/index.ts'
import type { Round } from '../rounds/index.ts'
import { type Deed, type Hours, hoursOf, spellsOf } from './hours.ts'

/** What a round has cost its volunteers, and how many take part in it. */
export type RoundHours = Hours & { people: number }

/** Work that comes after a round, such as its report, still counts for this long. */
const countedForDays = 60

/**
 * About how long volunteers have worked on a round: a few queries, however many acts.
 *
 * @param features those whose acts the journal holds
 */
export async function roundHours(
  db: Db,
  round: Round,
  features: readonly Contributions[],
  now: Date,
): Promise<RoundHours> {
  const closes = new Date(`${round.endsOn}T23:59:59Z`)
  const last = daysAfter(closes, countedForDays)
  const until = now < last ? now : last
  const deeds = await deedsBetween(db, await createdAt(db, round.id), until, tasksByAct(features))
  const own = spellsOf(deeds).filter(({ roundId }) => roundId === round.id)
  const { people } = await db
    .selectFrom('participant')
    .where('roundId', '=', round.id)
    .select((eb) => eb.fn.countAll<number>().as('people'))
    .executeTakeFirstOrThrow()
  return { people, ...hoursOf(own, tasks, round, until) }
}

/** The same in one number: minutes of all volunteers together. */
export async function hoursOfRound(...asked: Parameters<typeof roundHours>): Promise<number> {
  const { total } = await roundHours(...asked)
  return total.call + total.preparing + total.after
}

/** What each act was work on; acts that people do for themselves are not among them. */
function tasksByAct(features: readonly Contributions[]): Map<string, Task> {
  const of = (task: Task) => features.flatMap((feature) => feature.tasks?.[task] ?? [])
  return new Map(tasks.flatMap((task) => of(task).map((act): [string, Task] => [act, task])))
}

const createdAt = async (db: Db, roundId: string) =>
  (await db.selectFrom('round').where('id', '=', roundId).select('createdAt').executeTakeFirstOrThrow())
    .createdAt

/** What volunteers did, as the journal and the looks at pairs tell. */
async function deedsBetween(db: Db, from: Date, until: Date, byAct: Map<string, Task>): Promise<Deed[]> {
  const noted = await notedBetween(db, from, until)
  const rounds = await roundsOfIds(db, [...new Set(noted.flatMap(({ about }) => about))].filter(isUuid))
  const codes = new Map(
    (await db.selectFrom('round').select(['id', 'code']).execute()).map(({ id, code }) => [code, id]),
  )
  const deeds = noted.flatMap(({ at, by, act, about, code }): Deed[] => {
    const task = byAct.get(act)
    if (!task || !by) return []
    const found = about.flatMap((id) => rounds.get(id) ?? [])[0] ?? (code && codes.get(code))
    return [{ at, by, task, roundId: found || null }]
  })
  return [...deeds, ...(await looksBetween(db, from, until))]
}

/**
 * Acts of people in the office, with all ids that may lead to a round. Someone without a role, now or before, acts for
 * themselves; of those who were erased only the acts are left.
 */
async function notedBetween(db: Db, from: Date, until: Date) {
  const rows = await db
    .selectFrom('journal')
    .leftJoin('person', 'person.id', 'journal.actorId')
    .where('journal.at', '>=', from)
    .where('journal.at', '<=', until)
    .where('journal.actorId', 'is not', null)
    .where((eb) =>
      eb.or([
        eb('person.id', 'is', null),
        eb('person.erasedAt', 'is not', null),
        eb.exists(eb.selectFrom('roleGrant').whereRef('roleGrant.personId', '=', 'person.id').select('id')),
      ]),
    )
    .select(['journal.at', 'journal.act', 'journal.subject', 'journal.actorId as by'])
    .select([
      sql<string | null>`journal.detail ->> 'round'`.as('round'),
      sql<string | null>`journal.detail ->> 'code'`.as('code'),
    ])
    .execute()
  return rows.map(({ subject, round, ...row }) => ({
    ...row,
    about: [round, subject].filter((id) => id !== null),
  }))
}

/** The round that each of these ids is, or belongs to. */
async function roundsOfIds(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; roundId: string }>`
    select id, id as round_id from round where id = any(${ids}::uuid[])
    union all select id, round_id from application where id = any(${ids}::uuid[])
    union all select id, round_id from pairing where id = any(${ids}::uuid[])
    union all select id, round_id from mail_campaign where round_id is not null and id = any(${ids}::uuid[])`.execute(
    db,
  )
  return new Map(rows.map(({ id, roundId }) => [id, roundId]))
}

/** Reading through the pairs of a scenario leaves no act, but a mark on each. */
async function looksBetween(db: Db, from: Date, until: Date): Promise<Deed[]> {
  const looks = await db
    .selectFrom('scenarioPairLook as look')
    .innerJoin('scenarioPair', 'scenarioPair.id', 'look.scenarioPairId')
    .innerJoin('scenario', 'scenario.id', 'scenarioPair.scenarioId')
    .where('look.lookedAt', '>=', from)
    .where('look.lookedAt', '<=', until)
    .select(['look.lookedAt as at', 'look.lookedBy as by', 'scenario.roundId'])
    .execute()
  return looks.flatMap(({ by, ...look }) => (by ? [{ ...look, by, task: 'matching' as const }] : []))
}
