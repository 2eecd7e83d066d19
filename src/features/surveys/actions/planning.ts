import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { dayIn } from '../../../platform/days.ts'
import { note } from '../../../platform/journal.ts'
import { allow, Conflict } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { questionsOf, supplyQuestions } from '../../questions/index.ts'
import { lockedRound, type Round } from '../../rounds/index.ts'
import { mayRunSurveys } from '../policy.ts'
import { suppliedQuestions } from '../queries/supplied.ts'
import { type RoundSurvey, surveyOf } from '../queries/surveys.ts'
import { isTooLate, obstacleTo, type SurveyDays, type SurveySheet } from '../survey.ts'

/** Which survey: the code of its round, and which of both. */
export type SurveyPlace = { code: string; sheet: SurveySheet }

/**
 * Asks in a survey what comes with Twinleaf for it.
 *
 * @returns how many questions there were not yet
 * @throws as `copyQuestions` of the questions does
 */
export const supplySurvey = (app: App, actor: Actor, place: SurveyPlace): Promise<number> =>
  supplyQuestions(app, actor, place, suppliedQuestions(place.sheet))

/**
 * Decides when a survey asks, and until when it can be answered. Once it is open, its last day alone changes.
 *
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`
 * @throws Conflict `survey-has-closed`, `survey-days-fixed`, `survey-day-past` when the last day would leave no time to answer
 */
export const planSurvey = (app: App, actor: Actor, place: SurveyPlace, days: SurveyDays): Promise<void> =>
  inSurvey(app, actor, place, async (tx, { round, survey }) => {
    if (survey.state === 'closed') throw new Conflict('survey-has-closed')
    if (survey.state === 'open' && days.asksOn !== survey.asksOn) throw new Conflict('survey-days-fixed')
    const today = dayIn(app.now(), round.zone)
    // What is open may close tonight; what is not would close before anyone was asked, and for good.
    if (survey.state === 'open' ? days.closesOn < today : isTooLate(days, today))
      throw new Conflict('survey-day-past')
    await keep(tx, round, survey, days)
    await note(tx, app.now(), actor.id, 'survey.planned', round.id, { sheet: place.sheet, ...days })
  })

/**
 * Lets a survey go out by itself when its day comes.
 *
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`
 * @throws Conflict `survey-released`, `survey-empty`, `survey-too-late`
 */
export const releaseSurvey = (app: App, actor: Actor, place: SurveyPlace): Promise<void> =>
  inSurvey(app, actor, place, async (tx, { round, survey }) => {
    const questions = await questionsOf(tx, round.id, place.sheet)
    const obstacle = obstacleTo(survey, questions.length, dayIn(app.now(), round.zone))
    if (obstacle) throw new Conflict(obstacle)
    await keep(tx, round, survey, { releasedAt: app.now(), releasedBy: actor.id })
    await note(tx, app.now(), actor.id, 'survey.released', round.id, { sheet: place.sheet })
  })

/**
 * Makes a survey a draft again that has asked nobody yet.
 *
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`
 * @throws Conflict `survey-has-asked` once somebody was asked
 */
export const recallSurvey = (app: App, actor: Actor, place: SurveyPlace): Promise<void> =>
  inSurvey(app, actor, place, async (tx, { round, survey }) => {
    if (survey.invited > 0 || survey.state === 'closed') throw new Conflict('survey-has-asked')
    await keep(tx, round, survey, { releasedAt: null, releasedBy: null })
    await note(tx, app.now(), actor.id, 'survey.recalled', round.id, { sheet: place.sheet })
  })

/**
 * Closes a survey before its last day: nobody is asked or reminded any more, and nobody answers. One that has closed stays so.
 *
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`
 * @throws Conflict `survey-not-open` for one that asks nobody yet
 */
export const closeSurvey = (app: App, actor: Actor, place: SurveyPlace): Promise<void> =>
  inSurvey(app, actor, place, async (tx, { round, survey }) => {
    if (survey.state === 'closed') return
    if (survey.state !== 'open') throw new Conflict('survey-not-open')
    await keep(tx, round, survey, { closedAt: app.now() })
    await note(tx, app.now(), actor.id, 'survey.closed', round.id, { sheet: place.sheet })
  })

type Standing = { round: Round; survey: RoundSurvey }

/** One decision about a survey at a time. */
async function inSurvey(
  app: App,
  actor: Actor,
  { code, sheet }: SurveyPlace,
  change: (tx: Tx, standing: Standing) => Promise<void>,
): Promise<void> {
  allow(mayRunSurveys(actor))
  await app.db.transaction().execute(async (tx) => {
    const round = await lockedRound(tx, actor, code)
    await change(tx, { round, survey: await surveyOf(tx, round, sheet, app.now()) })
  })
}

type Decision = Partial<SurveyDays> & {
  releasedAt?: Date | null
  releasedBy?: string | null
  closedAt?: Date
}

/** What was decided; a survey that nobody had touched begins with its usual days. */
async function keep(tx: Tx, round: Round, survey: RoundSurvey, decision: Decision): Promise<void> {
  const { id, sheet, asksOn, closesOn } = survey
  if (id !== null) await tx.updateTable('survey').set(decision).where('id', '=', id).execute()
  else
    await tx
      .insertInto('survey')
      .values({ roundId: round.id, sheet, asksOn, closesOn, ...decision })
      .execute()
}
