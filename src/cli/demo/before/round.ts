import { applyCountryCap } from '../../../features/applications/actions/cap.ts'
import { receiveApplication, zonesOfCountry } from '../../../features/applications/index.ts'
import { answersFrom } from '../../../features/calls/schema.ts'
import { currentConduct } from '../../../features/pages/index.ts'
import { rehearseRelease } from '../../../features/pairings/actions/rehearse.ts'
import { releasePairings } from '../../../features/pairings/actions/release.ts'
import { type Actor, knowPerson, terminal } from '../../../features/people/index.ts'
import { type Round, roundByCode } from '../../../features/rounds/index.ts'
import { lookAtPair } from '../../../features/scenarios/actions/look.ts'
import { openScenario, runScenario } from '../../../features/scenarios/index.ts'
import { unlookedIn } from '../../../features/scenarios/queries/looks.ts'
import { planSurvey, releaseSurvey, supplySurvey } from '../../../features/surveys/actions/planning.ts'
import { addDays } from '../../../platform/days.ts'
import { formats } from '../../../platform/formats.ts'
import { answersOf } from '../../simulate/answers.ts'
import { temperedAs } from '../../simulate/people.ts'
import { takes, work } from '../../simulate/sitting.ts'
import { turnClock, type World } from '../../simulate/world.ts'
import { formerCode, liveDay, seed } from './day.ts'
import { endRound } from './ending.ts'
import { type Former, formerParticipants } from './people.ts'
import { answerSurvey } from './surveys.ts'

/** To look at what comes with Twinleaf, and to decide on the days. */
const minutesForSurvey = 6

/** Until when the survey at the end can be answered: it is open while one looks at the demonstration. */
const surveyClosesOn = '2016-02-29'

/** Goes through the round before as people and volunteers would, on the days on which something is due. */
export async function liveRoundBefore(world: World, ruth: Actor): Promise<void> {
  const { app, at } = world
  const round = await roundByCode(app.db, terminal, formerCode)
  await everyoneApplies(world, round)
  await introduce(world, ruth, round)
  await makeSurveysReady(world, ruth)
  const day = (number: number) => addDays(round.startsOn, number)
  for (const on of [4, 10, 17, 56].map(day)) await liveDay(world, round, on)
  await liveDay(world, round, day(59))
  at(new Date(`${day(62)}T12:00:00Z`))
  await answerSurvey(app, { roundId: round.id, sheet: 'mid', seed }, 85)
  await turnClock(world)
  await liveDay(world, round, addDays(round.endsOn, -6))
  at(new Date(`${addDays(round.endsOn, -3)}T12:00:00Z`))
  await answerSurvey(app, { roundId: round.id, sheet: 'end', seed }, 80)
  await turnClock(world)
  await endRound(world, ruth, round)
}

async function everyoneApplies({ app, at }: World, round: Round): Promise<void> {
  const codeVersion = await currentConduct(app.db)
  for (const [index, one] of formerParticipants.entries()) {
    at(new Date(round.applyFrom.getTime() + (index + 1) * 24 * 3_600_000))
    await app.db.transaction().execute(async (tx) => {
      const personId = await knowPerson(tx, app.now(), one)
      const countryWritten = formats('en', 'UTC').country(one.country)
      const answers = answersFrom(valuesOf(one), { countryWritten, formerRounds: [], codeVersion })
      await receiveApplication(app, tx, round, { answers, own: [], again: [], locale: one.locale, personId })
    })
  }
}

/** What somebody fills in: what is known of them, and the rest as in any invented round. */
function valuesOf(one: Former) {
  const { you, work, talking, partner } = answersOf(seed, temperedAs(seed, one, '2015-08-17'))
  const [zone = ''] = zonesOfCountry(one.country)
  return Object.assign(
    {},
    { ...you, country: one.country },
    { ...work, workplace: 'City Library', sector: one.sector },
    { ...talking, zone, sharesEmail: 'yes' },
    partner,
  )
}

async function introduce(world: World, ruth: Actor, { applyUntil }: Round): Promise<void> {
  const { app, at } = world
  at(new Date(applyUntil.getTime() + 3_600_000))
  work(world, takes.readCap)
  await applyCountryCap(app, ruth, formerCode)
  const { id } = await openScenario(app, ruth, formerCode)
  await runScenario(app, id)
  for (let next = await unlookedIn(app.db, id); next; next = await unlookedIn(app.db, id)) {
    work(world, takes.readPair)
    await lookAtPair(app, ruth, formerCode, next.id)
  }
  work(world, takes.readRehearsal)
  await rehearseRelease(app, ruth, formerCode)
  await turnClock(world)
  await releasePairings(app, ruth, formerCode, null)
  await turnClock(world)
}

async function makeSurveysReady(world: World, ruth: Actor): Promise<void> {
  const { app } = world
  const round = await roundByCode(app.db, terminal, formerCode)
  for (const sheet of ['mid', 'end'] as const) {
    const place = { code: formerCode, sheet }
    work(world, minutesForSurvey)
    await supplySurvey(app, ruth, place)
    work(world, minutesForSurvey)
    if (sheet === 'end')
      await planSurvey(app, ruth, place, { asksOn: addDays(round.endsOn, -6), closesOn: surveyClosesOn })
    await releaseSurvey(app, ruth, place)
  }
}
