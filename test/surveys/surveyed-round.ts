import { beforeEach } from 'vitest'
import { aRunningRound } from '../../src/features/pairings/actions/rematch.builder.ts'
import { fieldOf, type Question, questionsOf } from '../../src/features/questions/index.ts'
import { finishSurvey, saveAnswers } from '../../src/features/surveys/actions/answering.ts'
import { askSurveys } from '../../src/features/surveys/actions/asking.ts'
import { releaseSurvey, supplySurvey } from '../../src/features/surveys/actions/planning.ts'
import { pagesOf, type SurveySheet } from '../../src/features/surveys/survey.ts'
import { drainOutbox } from '../../src/platform/mail/index.ts'
import { buildAssets } from '../../src/web/assets.ts'
import { createSite } from '../../src/web/site.tsx'
import { testApp } from '../harness.ts'

export type Who = keyof Awaited<ReturnType<typeof aRunningRound>>['people']

/** The highest of a scale, the first option of a choice, and some words. */
export const typedFor = (questions: readonly Question[], words = 'The talks with my partner.', option = -1) =>
  Object.fromEntries(
    questions
      .filter(({ shownIf }) => shownIf === null)
      .map((one) => {
        const id = one.options.at(option)?.id ?? ''
        return [fieldOf(one), one.kind === 'several' ? [id] : one.kind === 'text' ? words : id]
      }),
  )

/** For tests: a running round, and those whom its surveys ask. */
export async function aSurveyedRound() {
  const app = await testApp()
  const site = createSite(app, await buildAssets())
  const running = await aRunningRound(app)
  await drainOutbox(app)
  const code = () => running.round.code
  const place = (sheet: SurveySheet = 'end') => ({ code: code(), sheet })
  beforeEach(async () => {
    app.at('2016-03-01T12:00:00Z')
    await app.db.deleteFrom('surveyEdition').execute()
    await app.db.deleteFrom('surveyResponse').execute()
    await app.db.deleteFrom('survey').execute()
    await app.db.deleteFrom('ownQuestion').execute()
    await app.db.deleteFrom('absence').execute()
    await app.db.deleteFrom('outbox').where('kind', 'in', ['survey', 'survey-reminder', 'absence']).execute()
  })

  /** A survey at the end that is ready; its day is 13 June, and it closes on 3 July. */
  const ready = async () => {
    await supplySurvey(app, running.coordinator, place())
    await releaseSurvey(app, running.coordinator, place())
  }

  const askedAt = async (instant: string) => {
    app.at(instant)
    return askSurveys(app)
  }

  const responseOf = (who: Who) =>
    app.db
      .selectFrom('surveyResponse')
      .where('applicationId', '=', running.people[who].id)
      .selectAll()
      .executeTakeFirstOrThrow()

  const emailTo = async (who: Who) =>
    app.db
      .selectFrom('outbox')
      .where('personId', '=', running.people[who].person.id)
      .where('kind', 'in', ['survey', 'survey-reminder'])
      .orderBy('createdAt', 'desc')
      .orderBy('kind', 'desc')
      .selectAll()
      .executeTakeFirstOrThrow()

  const linkTo = async (who: Who) => /\/survey\/[\w.-]+/.exec((await emailTo(who)).text)?.[0] ?? ''
  const asked = () => questionsOf(app.db, running.round.id, 'end')

  /** Answers all of it by the action, as the pages do. */
  const answerAll = async (who: Who, quotes: 'no' | 'unnamed' | 'named' = 'no', words?: string) => {
    const { id } = await responseOf(who)
    const by = { id, personId: null, locale: 'en' }
    for (const [at, page] of pagesOf(await asked()).entries())
      await saveAnswers(app, by, at + 1, typedFor(page, words))
    await finishSurvey(app, by, quotes)
  }

  return { app, site, running, code, place, ready, askedAt, responseOf, emailTo, linkTo, asked, answerAll }
}
