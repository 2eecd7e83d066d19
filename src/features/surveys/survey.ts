import { addDays, daysBetween } from '../../platform/days.ts'
import type { Question, Sheet } from '../questions/index.ts'
import type { Round } from '../rounds/index.ts'

/** Which survey of a round: each has one of both. */
export const surveySheets = ['mid', 'end'] as const satisfies readonly Sheet[]
export type SurveySheet = (typeof surveySheets)[number]

/** The list that its emails go to: a person can leave it and stay in the round. */
export const surveysList = 'surveys'

/** When a round asks. Days are `YYYY-MM-DD`, both included. */
export type SurveyDays = { asksOn: string; closesOn: string }

export type Survey = SurveyDays & { releasedAt: Date | null; closedAt: Date | null }

/** A little after the check-in half-way, and in the last week; each can be answered for two weeks at least. */
export function usualDays(
  { startsOn, endsOn }: Pick<Round, 'startsOn' | 'endsOn'>,
  sheet: SurveySheet,
): SurveyDays {
  const half = Math.ceil((daysBetween(startsOn, endsOn) + 1) / 2)
  const asksOn = sheet === 'mid' ? addDays(startsOn, half + 2) : addDays(endsOn, -6)
  return { asksOn, closesOn: sheet === 'mid' ? addDays(asksOn, 14) : addDays(endsOn, 14) }
}

const surveyStates = ['draft', 'waiting', 'open', 'closed'] as const

/** A draft asks nobody; once it is released it waits for its day, and goes out by itself. */
export type SurveyState = (typeof surveyStates)[number]

/** Where a survey stands. Derived, never stored. @param today `YYYY-MM-DD`, by the clock of the round */
export function surveyState({ releasedAt, closedAt, asksOn, closesOn }: Survey, today: string): SurveyState {
  if (releasedAt === null) return 'draft'
  if (closedAt !== null || today > closesOn) return 'closed'
  return today < asksOn ? 'waiting' : 'open'
}

/** What keeps a survey from being released, by its code. */
export type SurveyObstacle = 'survey-released' | 'survey-empty' | 'survey-too-late'

/** @param today `YYYY-MM-DD`, by the clock of the round */
export function obstacleTo(survey: Survey, questionCount: number, today: string): SurveyObstacle | null {
  if (survey.releasedAt !== null) return 'survey-released'
  if (questionCount === 0) return 'survey-empty'
  return isTooLate(survey, today) ? 'survey-too-late' : null
}

/** Whether nobody could answer a survey any more that is made ready today, by its last day. */
export const isTooLate = ({ closesOn }: Pick<SurveyDays, 'closesOn'>, today: string): boolean =>
  closesOn <= today

/** Whoever has not finished by then is reminded, once. */
const remindAfterDays = 7

/** Somebody who takes part, as far as it decides whether they are written to. */
export type Asked = { isAway: boolean; invitedOn: string | null; wasReminded: boolean; hasFinished: boolean }

/**
 * What somebody is sent on a day of their own: the survey, or the one reminder while there is a day left to answer.
 *
 * @param today `YYYY-MM-DD`, by their own clock
 */
export function dueTo(asked: Asked, survey: SurveyDays, today: string): 'invitation' | 'reminder' | null {
  const { invitedOn, isAway, wasReminded, hasFinished } = asked
  if (isAway || today < survey.asksOn || today > survey.closesOn) return null
  if (invitedOn === null) return 'invitation'
  if (wasReminded || hasFinished || today === survey.closesOn) return null
  return daysBetween(invitedOn, today) >= remindAfterDays ? 'reminder' : null
}

const questionsOnAPage = 4

/** The questions page by page, few on each; one that hangs on an option stands with the question it hangs on. */
export function pagesOf(questions: readonly Question[]): Question[][] {
  const ofEveryone = questions.filter(({ shownIf }) => shownIf === null)
  const count = Math.ceil(ofEveryone.length / questionsOnAPage)
  return Array.from({ length: count }, (_, index) => {
    const here = ofEveryone.slice(index * questionsOnAPage, (index + 1) * questionsOnAPage)
    return here.flatMap((one) => [
      one,
      ...questions.filter(({ shownIf }) => one.options.some(({ id }) => id === shownIf)),
    ])
  })
}

/** How somebody may be quoted, as they said. */
export const quoteWishes = ['no', 'unnamed', 'named'] as const
export type QuoteWish = (typeof quoteWishes)[number]
