import { fieldOf, type Question, questionsOf } from '../../../features/questions/index.ts'
import { finishSurvey, saveAnswers } from '../../../features/surveys/actions/answering.ts'
import { pagesOf, type QuoteWish, type SurveySheet } from '../../../features/surveys/survey.ts'
import type { App } from '../../../platform/app.ts'
import { chance, happens } from '../../simulate/chance.ts'
import { keepClock } from '../clock.ts'
import { memberTookPart, said } from './people.ts'

/** What the questions that are answered in one’s own words get, in the order in which each survey asks them. */
const texts: Record<SurveySheet, (readonly string[])[]> = {
  mid: [said.good, said.better],
  end: [[], said.remember, said.next],
}

/**
 * Answers a survey for those who were asked and have not answered yet: most are content, some are not, and some do not answer.
 *
 * @param percent how many of them do
 */
export async function answerSurvey(
  app: App,
  { roundId, sheet, seed }: { roundId: string; sheet: SurveySheet; seed: number },
  percent: number,
): Promise<void> {
  await keepClock(app)
  const questions = await questionsOf(app.db, roundId, sheet)
  const pages = pagesOf(questions)
  const asked = await app.db
    .selectFrom('surveyResponse as response')
    .innerJoin('survey', 'survey.id', 'response.surveyId')
    .innerJoin('application', 'application.id', 'response.applicationId')
    // Whoever has left since is asked no more.
    .innerJoin('participant', 'participant.applicationId', 'response.applicationId')
    .where('survey.roundId', '=', roundId)
    .where('survey.sheet', '=', sheet)
    .where('response.finishedAt', 'is', null)
    .select(['response.id', 'application.email', 'response.locale'])
    .orderBy('application.email')
    .execute()
  for (const [index, { id, email, locale }] of asked.entries()) {
    const draw = chance(seed, email ?? '', sheet)
    // Whoever signs in as the member has a certificate to look at.
    if (email !== memberTookPart.email && !happens(draw, percent)) continue
    const who = { id, personId: null, locale: locale ?? 'en' }
    const typed = Object.fromEntries(questions.map((one) => [fieldOf(one), typedTo(one, sheet, index, draw)]))
    for (const page of pages.keys()) await saveAnswers(app, who, page + 1, typed)
    const quotes: QuoteWish = index % 3 === 0 ? 'named' : index % 3 === 1 ? 'unnamed' : 'no'
    await finishSurvey(app, who, quotes)
  }

  function typedTo(
    { id, kind, options }: Question,
    of: SurveySheet,
    index: number,
    draw: (below: number) => number,
  ): string | string[] {
    const optionAt = (at: number) => options[Math.min(at, options.length - 1)]?.id ?? ''
    // Towards the end of a scale, where people are content; towards the beginning of a list, which begins with the best.
    if (kind === 'scale') return optionAt(options.length - 1 - ([0, 0, 0, 1, 1, 1, 2, 3][draw(8)] ?? 0))
    if (kind === 'one') return optionAt([0, 0, 0, 0, 1, 1, 2][draw(7)] ?? 0)
    if (kind === 'several') return [...new Set([optionAt(0), optionAt(draw(options.length - 1))])]
    const at = questions.filter((one) => one.options.length === 0).findIndex((one) => one.id === id)
    const all = texts[of][at] ?? []
    return index % 2 === 0 ? (all[index / 2] ?? '') : ''
  }
}
