import { beforeAll, beforeEach, expect, test } from 'vitest'
import { aPerson } from '../../../test/builders.ts'
import { commandNamed, testApp } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { drainOutbox, holdMail, leaveList } from '../../platform/mail/index.ts'
import { Conflict, Forbidden } from '../../platform/refusals.ts'
import { locales } from '../../platform/words.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { aBrowser } from '../calls/browser.builder.ts'
import { announceAbsence } from '../checkins/actions/absence.ts'
import { aRunningRound } from '../pairings/actions/rematch.builder.ts'
import { fieldOf, type Question, questionsOf } from '../questions/index.ts'
import { finishSurvey, saveAnswers } from './actions/answering.ts'
import { askSurveys } from './actions/asking.ts'
import { countSurveys } from './actions/counting.ts'
import { closeSurvey, planSurvey, recallSurvey, releaseSurvey, supplySurvey } from './actions/planning.ts'
import { consentedQuotes, toldSurvey } from './index.ts'
import { surveyMatters } from './queries/matters.ts'
import { finishedSurvey } from './queries/responses.ts'
import { suppliedQuestions } from './queries/supplied.ts'
import { pagesOf, type SurveySheet } from './survey.ts'

const app = await testApp()
const site = createSite(app, await buildAssets())
let running: Awaited<ReturnType<typeof aRunningRound>>
const code = () => running.round.code
const place = (sheet: SurveySheet = 'end') => ({ code: code(), sheet })

beforeAll(async () => {
  running = await aRunningRound(app)
  await drainOutbox(app)
})

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
type Who = keyof typeof running.people
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
/** The highest of a scale, the first option of a choice, and some words. */
const typedFor = (questions: readonly Question[], words = 'The talks with my partner.', option = -1) =>
  Object.fromEntries(
    questions
      .filter(({ shownIf }) => shownIf === null)
      .map((one) => {
        const id = one.options.at(option)?.id ?? ''
        return [fieldOf(one), one.kind === 'several' ? [id] : one.kind === 'text' ? words : id]
      }),
  )

/** Answers all of it by the action, as the pages do. */
const answerAll = async (who: Who, quotes: 'no' | 'unnamed' | 'named' = 'no', words?: string) => {
  const { id } = await responseOf(who)
  const by = { id, personId: null, locale: 'en' }
  for (const [at, page] of pagesOf(await asked()).entries())
    await saveAnswers(app, by, at + 1, typedFor(page, words))
  await finishSurvey(app, by, quotes)
}
const everyone: Who[] = ['ana', 'bo', 'chi', 'dev', 'fay', 'gil']

test('a draft asks nobody; it is made ready by a coordinator, and no other, when it asks something', async () => {
  const empty = releaseSurvey(app, running.coordinator, place())
  await expect(empty).rejects.toEqual(new Conflict('survey-empty'))
  await supplySurvey(app, running.coordinator, place())
  await supplySurvey(app, running.coordinator, place())
  const draft = await askedAt('2016-06-14T12:13:00Z')
  app.at('2016-03-01T12:00:00Z')

  const editor = await aPerson(app, { role: 'editor' })
  await expect(releaseSurvey(app, editor, place())).rejects.toThrow(Forbidden)
  await releaseSurvey(app, running.coordinator, place())
  await expect(releaseSurvey(app, running.coordinator, place())).rejects.toEqual(
    new Conflict('survey-released'),
  )
  await recallSurvey(app, running.coordinator, place())
  await releaseSurvey(app, running.coordinator, place())

  expect((await asked()).map(({ lineageId }) => lineageId).sort()).toEqual(
    suppliedQuestions('end')
      .map(({ lineageId }) => lineageId)
      .sort(),
  )
  expect(draft).toEqual({ asked: 0, reminded: 0 })
})

test('everyone who has a partner is asked once, by day, and whoever is away when they are back', async () => {
  await ready()
  app.at('2016-06-10T12:00:00Z')
  await announceAbsence(app, running.people.fay.person, {
    from: '2016-06-12',
    until: '2016-06-15',
    tells: false,
  })

  const night = await askedAt('2016-06-13T02:13:00Z')
  const day = await askedAt('2016-06-13T14:13:00Z')
  const again = await askedAt('2016-06-13T15:13:00Z')
  const back = await askedAt('2016-06-16T14:13:00Z')

  // In India it is morning before it is day elsewhere; Eun, in reserve, has met nobody.
  expect([night.asked, day.asked, again.asked, back.asked]).toEqual([0, 5, 0, 1])
  expect((await emailTo('ana')).subject).toContain('¿Cómo le fue en')
  expect((await emailTo('fay')).html).not.toMatch(/<img/)
})

test('who has not finished is reminded once after a week, then left in peace; a held mail asks nobody', async () => {
  await ready()
  await askedAt('2016-06-13T14:13:00Z')
  await answerAll('chi')
  await app.db.transaction().execute((tx) => holdMail(tx, app.now(), 'restored'))
  const held = await askedAt('2016-06-20T14:13:00Z')
  await app.db.deleteFrom('mailHold').execute()

  const reminded = await askedAt('2016-06-20T15:13:00Z')
  const silent = await askedAt('2016-06-28T15:13:00Z')

  expect([held, reminded, silent]).toEqual([
    { asked: 0, reminded: 0 },
    { asked: 0, reminded: 5 },
    { asked: 0, reminded: 0 },
  ])
  expect((await emailTo('chi')).kind).toBe('survey')
  expect((await emailTo('bo')).subject).toContain('Your answers would still help')
})

test('who leaves the list stays in the round, gets no more of it, and the log says so', async () => {
  await ready()
  const { person } = running.people.bo
  await leaveList(app, app.db, { readerId: person.id, list: 'surveys' })

  await askedAt('2016-06-13T14:13:00Z')
  await drainOutbox(app)

  expect((await emailTo('bo')).state).toBe('suppressed')
  expect((await emailTo('fay')).state).toBe('sent')
  expect(
    await app.db
      .selectFrom('consent')
      .where('personId', '=', person.id)
      .select(['purpose', 'given'])
      .execute(),
  ).toEqual([{ purpose: 'surveys', given: false }])
})

test('a program that follows the link answers nothing; a person goes on where they stopped, on another device too', async () => {
  await ready()
  await askedAt('2016-06-13T14:13:00Z')
  const base = await linkTo('fay')
  const [first = [], second = []] = pagesOf(await asked())
  const phone = aBrowser(site, app.origin)
  const laptop = aBrowser(site, app.origin)

  const scanned = await phone.read(base)
  await phone.ask(base, { method: 'HEAD' })
  await phone.read(`${base}/2`)
  const untouched = await responseOf('fay')
  const [satisfied] = first
  const missing = await phone.send(`${base}/1/save`, {
    ...typedFor(first.slice(0, 1)),
    ...none(first.slice(1)),
  })
  const saved = await phone.send(`${base}/1/save`, typedFor(first))
  const resumed = await laptop.read(base)
  const tooSoon = await laptop.ask(`${base}/last`)

  expect(scanned).toContain('9 questions')
  expect(untouched).toMatchObject({ begunAt: null, finishedAt: null })
  expect(missing.status).toBe(422)
  expect(await missing.text()).toContain(`value="${satisfied?.options.at(-1)?.id}" checked`)
  expect([saved.status, saved.headers.get('Location')]).toEqual([303, `${base}/2`])
  expect(resumed).toContain(second[0]?.words.en?.label)
  expect([tooSoon.status, tooSoon.headers.get('Location')]).toEqual([303, `${base}/2`])
  expect((await phone.ask(`${base}x`)).status).toBe(404)
})

const none = (questions: readonly Question[]) =>
  Object.fromEntries(questions.map((one) => [fieldOf(one), '']))

test('who has sent it is thanked, may change it until it closes, and takes a quote back also later', async () => {
  await ready()
  await askedAt('2016-06-13T14:13:00Z')
  const base = await linkTo('fay')
  const browser = aBrowser(site, app.origin)
  const pages = pagesOf(await asked())
  for (const [at, page] of pages.entries()) await browser.send(`${base}/${at + 1}/save`, typedFor(page))

  const unsaid = await browser.send(`${base}/finish`, {})
  const sent = await browser.send(`${base}/finish`, { quotes: 'named' })
  const thanks = await browser.read(base)
  const changed = await browser.send(`${base}/1/save`, typedFor(pages[0] ?? [], '', 0))
  const emptied = await browser.send(`${base}/1/save`, none(pages[0] ?? []))
  app.at('2016-07-04T12:00:00Z')
  const late = await browser.send(`${base}/1/save`, typedFor(pages[0] ?? []))
  const closed = await browser.read(base)
  await browser.send(`${base}/take-back-quotes`, {})

  expect([unsaid.status, sent.status, changed.status, emptied.status, late.status]).toEqual([
    422, 303, 303, 422, 409,
  ])
  expect(thanks).toContain('Thank you for your answers')
  expect(thanks).toContain('You can change them until Sunday, 3 July 2016.')
  expect(closed).toContain('We may quote what you wrote, with your name and country.')
  expect((await responseOf('fay')).quotes).toBe('no')
  expect(await finishedSurvey(app.db, running.round.id)).toEqual([running.people.fay.id])
  expect(
    await app.db
      .selectFrom('consent')
      .where('applicationId', '=', running.people.fay.id)
      .where('purpose', '=', 'quotes')
      .orderBy('id')
      .select(['given', 'version'])
      .execute(),
  ).toEqual([
    { given: true, version: 'named' },
    { given: false, version: null },
  ])
})

test('signed in, one answers on one’s own page without the email, and nobody else’s', async () => {
  await ready()
  await askedAt('2016-06-13T14:13:00Z')
  const { id } = await responseOf('fay')
  const { id: other } = await responseOf('chi')
  const browser = aBrowser(site, app.origin, await signedIn(app, running.people.fay.person))

  const home = await browser.read('/me')
  const own = await browser.ask(`/me/survey/${id}`)
  const foreign = await browser.ask(`/me/survey/${other}`)
  const stranger = await aBrowser(site, app.origin).ask(`/me/survey/${id}`)

  expect(home).toContain(`href="/me/survey/${id}"`)
  expect([own.status, foreign.status, stranger.status]).toEqual([200, 404, 303])
})

test('after the first answer only spelling may change; once somebody was asked it is closed, not recalled', async () => {
  await ready()
  await askedAt('2016-06-13T14:13:00Z')
  const headers = await signedIn(app, running.coordinator)
  const office = aBrowser(site, app.origin, headers)
  const [first] = await asked()
  await saveAnswers(
    app,
    { id: (await responseOf('fay')).id, personId: null, locale: 'en' },
    1,
    typedFor([first as Question]),
  )
  const base = `/office/rounds/${code()}/surveys/end`

  const gone = await office.send(`${base}/questions/${first?.id}/remove`, {})
  const list = await office.read(`${base}/questions`)
  const recalled = recallSurvey(app, running.coordinator, place())
  await expect(recalled).rejects.toEqual(new Conflict('survey-has-asked'))
  const moved = planSurvey(app, running.coordinator, place(), {
    asksOn: '2016-06-20',
    closesOn: '2016-07-10',
  })
  await expect(moved).rejects.toEqual(new Conflict('survey-days-fixed'))
  await closeSurvey(app, running.coordinator, place())

  expect(gone.status).toBe(409)
  expect(list).toContain('From now on you can correct the spelling, and nothing else')
  expect(list).not.toContain('In the matching')
  expect(await aBrowser(site, app.origin).read(await linkTo('fay'))).toContain('This survey has closed')
  expect(await askedAt('2016-06-21T14:13:00Z')).toEqual({ asked: 0, reminded: 0 })
})

test('figures take in five people or nobody, move with five more, and texts have no names', async () => {
  await ready()
  await askedAt('2016-06-13T14:13:00Z')
  for (const who of everyone.slice(0, 4)) await answerAll(who)
  const four = await countSurveys(app)
  const office = aBrowser(site, app.origin, await signedIn(app, running.coordinator))
  const base = `/office/rounds/${code()}/surveys/end`
  const unread = await office.read(`${base}/texts`)
  await answerAll('fay', 'named', 'I went to see her library.')
  await answerAll('gil', 'unnamed', 'Quiet hours with a friend.')

  const six = await countSurveys(app)
  const again = await countSurveys(app)
  const figures = await office.read(`${base}/figures`)
  const bySector = await office.read(`${base}/figures?by=sector`)
  const byRegion = await office.read(`${base}/figures?by=region`)
  const texts = await office.read(`${base}/texts`)
  const file = await (await office.send(`${base}/export`, {})).text()
  const told = await commandNamed('survey results').run(app, {
    args: [],
    switches: new Set(),
    lists: {},
    options: { round: code(), survey: 'end' },
  })

  expect([four, six, again]).toEqual([0, 1, 0])
  expect(unread).not.toContain('The talks with my partner.')
  expect(figures).toContain('5 of 6 people have answered')
  expect(figures).toContain('5 (100')
  expect(bySector).toContain('Public')
  expect(byRegion).toContain('Too few to tell apart')
  expect(texts).toContain('May be quoted: Fay Gray, Canada')
  expect(texts).not.toMatch(/Gil Haddad|Ana Luz|Chi Eze/)
  expect(file).toContain(
    '"How satisfied are you with this round as a whole?","all","","5","Very satisfied","5"',
  )
  const report = await toldSurvey(app.db, running.round.id, 'end')
  expect(report?.questions[0]?.chosen).toEqual([0, 0, 0, 0, 5])
  expect(told.json).toMatchObject({ state: 'open', invited: 6, answered: 5 })
  expect(
    (await consentedQuotes(app.db, running.round.id))
      .map(({ said, name, country }) => [said, name, country])
      .sort(),
  ).toEqual([
    ['I went to see her library.', 'Fay Gray', 'CA'],
    ['I went to see her library.', 'Fay Gray', 'CA'],
    ['Quiet hours with a friend.', null, null],
    ['Quiet hours with a friend.', null, null],
  ])
})

test('the desk tells of a survey that is a draft when its day comes near', async () => {
  const matters = async (instant: string, actor = running.coordinator) => {
    app.at(instant)
    return (await surveyMatters(app.db, actor, app.now())).map(({ text, urgency }) => [text, urgency])
  }
  const early = await matters('2016-04-01T12:00:00Z')
  const near = await matters('2016-04-20T12:00:00Z')
  const past = await matters('2016-05-02T12:00:00Z')
  const editor = await matters('2016-05-02T12:00:00Z', await aPerson(app, { role: 'editor' }))

  expect(early).toEqual([])
  expect(near).toEqual([['The mid-round survey is not ready. Its day is Wednesday, 27 April 2016.', 'soon']])
  expect(past).toEqual([['The mid-round survey is not ready. Its day is Wednesday, 27 April 2016.', 'now']])
  expect(editor).toEqual([])
})

test('what comes with Twinleaf is said in each language, each question and each option', () => {
  const said = (words: object) => Object.keys(words).sort().join(' ')
  const all = locales.toSorted().join(' ')
  for (const one of [...suppliedQuestions('mid'), ...suppliedQuestions('end')]) {
    expect(said(one.words)).toBe(all)
    for (const [at, { words }] of one.options.entries())
      expect(said(words)).toBe(one.kind === 'scale' && at > 0 && at < 4 ? '' : all)
  }
})
