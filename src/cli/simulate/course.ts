import type { Round } from '../../features/rounds/index.ts'
import { publishTopic, topicsOfWeeks, writeTopicFromFile } from '../../features/topics/index.ts'
import { addDays, dayIn } from '../../platform/days.ts'
import { Agenda } from './agenda.ts'
import { plan, type Team } from './begin.ts'
import { Watch } from './noticed.ts'
import type { Invented } from './people.ts'
import { type Cast, ownAccord, react, type Stage } from './reactions.ts'
import { Sitting, takes, work } from './sitting.ts'
import { Volunteers } from './volunteers.ts'
import { turnClock, turnHours, type World } from './world.ts'

const turnMs = turnHours * 3_600_000

export type Setting = {
  world: World
  round: Round
  team: Team
  people: readonly Invented[]
  seed: number
  /** How long both coordinators together work in a week after the introductions, in minutes. */
  weeklyMinutes: number
  /** The last instant that is gone through. */
  until: Date
  /** The last day on which volunteers sit down, `YYYY-MM-DD`; to the end by default. */
  sitUntil?: string
  /** Hears each week. */
  tell?: (stage: string) => void
}

/** What came of it. */
export type Course = { watch: Watch; cast: Cast; sittings: number; cutShort: number }

/** From the introductions on, turn by turn: whatever is due happens in its order. */
export async function goThrough(setting: Setting): Promise<Course> {
  const { world, round, team, people, seed, until } = setting
  const stage: Stage = { world, agenda: new Agenda(), cast: await castOf(world, round, people), seed }
  const course = { watch: new Watch(), cast: stage.cast, sittings: 0, cutShort: 0 }
  ownAccord(stage)
  publishTopics(stage, team, dayIn(until))
  sitDown(stage, setting, course)
  await turnByTurn(stage, setting, course.watch)
  return course
}

/** Runs the worker several times a day, and in between what people and volunteers do. */
async function turnByTurn(stage: Stage, setting: Setting, watch: Watch): Promise<void> {
  const { world, agenda, cast } = stage
  const { round, until: end, tell = () => {} } = setting
  let readUntil = world.app.now()
  const turn = async (at: Date): Promise<void> => {
    await turnClock(world)
    const mails = await mailsSince(world, readUntil)
    readUntil = world.app.now()
    for (const mail of mails) await react(stage, mail)
    if (at.getUTCHours() === 12) await watch.look(world, round, cast)
    if (at.getUTCHours() === 0 && at.getUTCDay() === 1) tell(`it is ${dayIn(at)}`)
    const next = new Date(at.getTime() + turnMs)
    if (next <= end) agenda.add({ at: next, run: () => turn(next) })
  }
  const first = new Date(Math.ceil((world.app.now().getTime() + 1) / turnMs) * turnMs)
  agenda.add({ at: first, run: () => turn(first) })
  for (let due = agenda.next(); due && due.at <= end; due = agenda.next()) {
    world.at(due.at)
    await due.run()
  }
}

/** Everyone who takes part, as they were invented. */
async function castOf({ app }: World, round: Round, people: readonly Invented[]): Promise<Cast> {
  const byEmail = new Map(people.map((one) => [one.email, one]))
  const rows = await app.db
    .selectFrom('participant')
    .where('roundId', '=', round.id)
    .select(['personId', 'email'])
    .orderBy('email')
    .execute()
  return new Map(
    rows.flatMap(({ personId, email }) => {
      const one = byEmail.get(email)
      return one && personId ? [[personId, one] as const] : []
    }),
  )
}

/** What has been delivered to people since an instant, in an order that is the same each time. */
const mailsSince = async ({ app }: World, since: Date) =>
  (
    await app.db
      .selectFrom('outbox')
      .leftJoin('checkIn', (join) =>
        join.on((eb) =>
          eb(
            eb.cast<string>('checkIn.id', 'text'),
            '=',
            eb.fn<string>('split_part', ['outbox.key', eb.val(':'), eb.lit(2)]),
          ),
        ),
      )
      .where('outbox.state', '=', 'sent')
      .where('outbox.sentAt', '>', since)
      .where('outbox.personId', 'is not', null)
      .select([
        'outbox.id',
        'outbox.key',
        'outbox.personId',
        'outbox.toAddress',
        'outbox.sentAt',
        'checkIn.day',
      ])
      .orderBy('outbox.toAddress')
      .orderBy('outbox.key')
      .execute()
  ).map(({ personId, sentAt, day, ...mail }) => ({
    ...mail,
    personId: personId ?? '',
    at: sentAt ?? since,
    day: day ?? 0,
  }))

/** The editor writes a topic two days before its day, and it comes out in the morning of the day. */
function publishTopics({ world, agenda }: Stage, { editor }: Team, until: string): void {
  plan.topicDays.forEach((day, index) => {
    const on = addDays(plan.startsOn, day)
    const place = { code: plan.code, number: index + 1 }
    const file = topicsOfWeeks[index % topicsOfWeeks.length] ?? ''
    if (on > until) return
    agenda.add({
      at: new Date(`${addDays(on, -2)}T15:00:00Z`),
      run: async () => {
        await writeTopicFromFile(world.app, editor, place, file)
        work(world, takes.writeTopic)
        await writeTopicFromFile(world.app, editor, place, file)
      },
    })
    agenda.add({
      at: new Date(`${on}T09:00:00Z`),
      run: async () => {
        work(world, takes.publishTopic)
        await publishTopic(world.app, editor, place)
      },
    })
  })
}

/** On which days of the week coordinators sit down, and at which hour, UTC. */
const evenings = [
  { day: 1, hour: 9, who: 'ruth' },
  { day: 3, hour: 20, who: 'amina' },
  { day: 4, hour: 9, who: 'ruth' },
  { day: 6, hour: 20, who: 'amina' },
] as const

function sitDown({ world, agenda }: Stage, setting: Setting, course: Course): void {
  const { round, team, weeklyMinutes, sitUntil = dayIn(setting.until) } = setting
  const volunteers = new Volunteers(world, round)
  for (let on = plan.startsOn; on <= sitUntil; on = addDays(on, 1)) {
    const evening = evenings.find(({ day }) => day === new Date(`${on}T00:00:00Z`).getUTCDay())
    if (!evening) continue
    const at = new Date(`${on}T${String(evening.hour).padStart(2, '0')}:30:00Z`)
    agenda.add({
      at,
      run: async () => {
        const sitting = new Sitting(world, weeklyMinutes / evenings.length)
        await volunteers.work(team[evening.who], sitting)
        course.sittings += 1
        if (sitting.isCutShort) course.cutShort += 1
      },
    })
  }
}
