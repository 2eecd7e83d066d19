import { sql } from 'kysely'
import { all } from '../../features/all.ts'
import { goalsOf } from '../../features/cases/queries/goal.ts'
import { roundHours } from '../../features/hours/queries.ts'
import { freePeople } from '../../features/pairings/index.ts'
import { terminal } from '../../features/people/index.ts'
import { type Round, roundByCode } from '../../features/rounds/index.ts'
import type { App } from '../../platform/app.ts'
import { addDays } from '../../platform/days.ts'
import { applyAll, introduceAll, openNetwork, plan } from './begin.ts'
import { type Course, goThrough } from './course.ts'
import { aloneOf, helpOf, letGoOf, noticingOf, type Outcome } from './outcome.ts'
import { inventedPeople } from './people.ts'
import { type World, worldOf } from './world.ts'

export type Wish = {
  people: number
  seed: number
  /** How many weeks from the first day of mentoring; sixteen are the whole round. */
  weeks: number
  /** How long all coordinators together work in a week after the introductions, in minutes. */
  weeklyMinutes: number
  /** Hears what is being done. */
  tell?: (stage: string) => void
}

/**
 * Goes through a whole round, by the actions that pages use and the jobs that the worker runs. The same wish gives the same
 * outcome.
 *
 * @param app over an empty database of its own, whose emails go to a folder
 */
export async function simulate(app: App, { people: count, weeks, ...wish }: Wish): Promise<Outcome> {
  const { seed, weeklyMinutes, tell = () => {} } = wish
  await countIds(app, seed)
  const world = worldOf(app, new Date('2016-01-10T18:00:00Z'))
  const people = inventedPeople(seed, count, plan.startsOn)
  const { team, round: opened } = await openNetwork(world)
  tell(`${count} people apply`)
  await applyAll(world, opened, people, seed)
  tell('they are matched and introduced')
  await introduceAll(world, team)
  tell('weeks pass')
  const round = await roundByCode(world.app.db, terminal, plan.code)
  // The evening before the last day: on that day pairings end by themselves, and nobody could be told from another.
  const until = new Date(`${addDays(plan.startsOn, 7 * weeks - 2)}T23:00:00Z`)
  const reserve = (await freePeople(world.app.db, round)).length
  const course = await goThrough({ world, round, team, people, seed, weeklyMinutes, until, tell })
  return { ...(await outcomeOf(world, round, course)), people: await peopleOf(world, round, reserve, count) }
}

async function peopleOf({ app }: World, round: Round, reserve: number, applied: number) {
  const { rows } = await sql<{ pairings: number; tookPart: number }>`select
    (select count(*)::int from pairing where round_id = ${round.id}) as pairings,
    (select count(*)::int from application where round_id = ${round.id} and accepted_at is not null) as took_part`.execute(
    app.db,
  )
  return { applied, reserve, ...(rows[0] ?? { pairings: 0, tookPart: 0 }) }
}

async function outcomeOf(world: World, round: Round, course: Course): Promise<Omit<Outcome, 'people'>> {
  const { app } = world
  const { watch, sittings, cutShort } = course
  const { mails } = await app.db
    .selectFrom('outbox')
    .where('state', '=', 'sent')
    .select((eb) => eb.fn.countAll<number>().as('mails'))
    .executeTakeFirstOrThrow()
  return {
    noticing: noticingOf(course, app.now()),
    falseAlarms: watch.falseAlarms.size,
    letGo: await letGoOf(world, round, course),
    alone: await aloneOf(world, round, course),
    help: await helpOf(world, round),
    told: await goalsOf(app.db, [round.id], app.now()),
    withoutPartner: (await freePeople(app.db, round)).length,
    ...{ mails, sittings, cutShort },
    hours: await roundHours(app.db, round, all, app.now()),
  }
}

/**
 * Ids are drawn by chance and decide between plans that are equally good. Here they are counted, so that the same seed gives
 * the same pairs.
 */
async function countIds({ db }: App, seed: number): Promise<void> {
  await sql`create sequence simulated_id`.execute(db)
  await sql`create function simulated_id() returns uuid language sql volatile as
    ${sql.raw(`$$ select overlay(overlay(md5('${Math.trunc(seed)} ' || nextval('simulated_id')) placing '4' from 13) placing '8' from 17)::uuid $$`)}`.execute(
    db,
  )
  const { rows } = await sql<{ tableName: string; columnName: string }>`
    select table_name, column_name from information_schema.columns
    where table_schema = 'public' and column_default = 'gen_random_uuid()'`.execute(db)
  for (const { tableName, columnName } of rows)
    await sql`alter table ${sql.id(tableName)} alter column ${sql.id(columnName)} set default simulated_id()`.execute(
      db,
    )
}
