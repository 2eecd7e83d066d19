import { acceptObvious } from '../../features/applications/actions/obvious.ts'
import { announceAbsence } from '../../features/checkins/actions/absence.ts'
import { standingsOf } from '../../features/checkins/queries/standings.ts'
import { freePeople } from '../../features/pairings/index.ts'
import { type Actor, type Role, terminal } from '../../features/people/index.ts'
import { roundByCode } from '../../features/rounds/index.ts'
import { countSurveys } from '../../features/surveys/actions/counting.ts'
import { planSurvey, releaseSurvey, supplySurvey } from '../../features/surveys/actions/planning.ts'
import type { App } from '../../platform/app.ts'
import { addDays, dayIn } from '../../platform/days.ts'
import { introduceAll, plan } from '../simulate/begin.ts'
import { goThrough } from '../simulate/course.ts'
import { temperedAs } from '../simulate/people.ts'
import { volunteer, type World } from '../simulate/world.ts'
import { answerSurvey } from './before/surveys.ts'
import { type DemoPerson, demoPeople } from './people.ts'

/** Sunday evening in Europe, at the end of the seventh week of mentoring: who was asked on Thursday has answered, or not. */
const weekSeven = new Date('2016-04-17T18:00:00Z')
/** Since then nobody of the office has had time, so that there is something to do. */
const lastSitting = '2016-04-08'

/** Decides who falls silent and who is away. */
const seed = 2016

/** How many rows of the file apply: a round of a size that is gone through in half a minute. */
export const fewRows = 150

/** From the Sunday on which applications wait on the desk to the seventh week, as people and volunteers would bring it there. */
export async function liveUntilWeekSeven(world: World): Promise<void> {
  const { app } = world
  const [director, coordinator, editor] = [personOf('director'), personOf('coordinator'), personOf('editor')]
  if (!director || !coordinator || !editor) return
  const team = {
    ruth: await volunteer(world, coordinator),
    amina: await volunteer(world, director),
    editor: await volunteer(world, editor),
  }
  await acceptObvious(app, team.ruth, plan.code)
  await introduceAll(world, team)
  const round = await roundByCode(app.db, terminal, plan.code)
  const rows = await app.db
    .selectFrom('participant')
    .where('roundId', '=', round.id)
    .select(['name', 'email', 'locale'])
    .execute()
  const people = rows.map((known) => temperedAs(seed, known, plan.startsOn))
  await askHalfWay(world, team.ruth)
  const course = { world, round, team, people, seed, weeklyMinutes: 90 }
  await goThrough({ ...course, until: weekSeven, sitUntil: lastSitting })
  world.at(weekSeven)
  await answerSurvey(app, { roundId: round.id, sheet: 'mid', seed }, 45)
  await countSurveys(app)
  await setOff(world)
}

/** The survey of the middle goes out a week before, so that some have answered it and it is open still. */
async function askHalfWay({ app }: World, ruth: Actor): Promise<void> {
  const place = { code: plan.code, sheet: 'mid' as const }
  await supplySurvey(app, ruth, place)
  await planSurvey(app, ruth, place, { asksOn: '2016-04-07', closesOn: '2016-04-21' })
  await releaseSurvey(app, ruth, place)
}

/** On the day itself somebody says that they will be away, so that there is one such pair to look at. */
async function setOff({ app }: World): Promise<void> {
  const round = await roundByCode(app.db, terminal, plan.code)
  const members = (await standingsOf(app.db, round, app.now())).flatMap((pair) => pair.members)
  const one = members.find(({ standing }) => standing === 'in-touch')
  if (!one) return
  const { personId: id, name } = one
  const today = dayIn(app.now())
  const actor: Actor = {
    ...{ id, name, email: null, locale: 'en', zone: 'UTC' },
    ...{ roles: new Set(), countries: new Set() },
  }
  await announceAbsence(app, actor, { from: today, until: addDays(today, 9), tells: true })
}

const personOf = <R extends Role>(wanted: R): (DemoPerson & { role: R }) | undefined =>
  demoPeople.find((one): one is DemoPerson & { role: R } => one.role === wanted)

/** Participants to sign in as, one for each way in which it goes. */
export async function sampleParticipants(app: App): Promise<{ as: string; email: string; name: string }[]> {
  const round = await roundByCode(app.db, terminal, plan.code)
  const pairs = await standingsOf(app.db, round, app.now())
  const members = pairs.flatMap((pair) => pair.members)
  const emails = await emailsOf(app, round.id)
  const standing = (name: string) => members.find((one) => one.standing === name)?.personId
  const first = standing('in-touch')
  const silent = pairs.flatMap((pair) =>
    pair.members.some((one) => one.standing === 'silent') &&
    pair.members.every((one) => one.personId !== first)
      ? pair.members
      : [],
  )
  const [waiting] = await freePeople(app.db, round)
  const found: [string, string | undefined][] = [
    ['in touch', first],
    ['not yet', standing('not-yet')],
    ['asks for help', standing('help')],
    ['away', standing('away')],
    ['partner silent', silent.find((one) => one.standing !== 'silent')?.personId],
    ['waiting', waiting?.personId],
  ]
  return found.flatMap(([as, personId]) => {
    const known = personId === undefined ? undefined : emails.get(personId)
    return known ? [{ as, ...known }] : []
  })
}

const emailsOf = async (app: App, roundId: string) =>
  new Map(
    (
      await app.db
        .selectFrom('participant')
        .where('roundId', '=', roundId)
        .select(['personId', 'email', 'name'])
        .execute()
    ).map(({ personId, ...known }) => [personId, known]),
  )
