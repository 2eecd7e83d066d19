import { expect, test } from 'vitest'
import { commandNamed } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { aSurveyedRound, typedFor, type Who } from '../../../test/surveys/surveyed-round.ts'
import { aBrowser } from '../calls/browser.builder.ts'
import { fieldOf, type Question } from '../questions/index.ts'
import { countSurveys } from './actions/counting.ts'
import { consentedQuotes, toldSurvey } from './index.ts'
import { finishedSurvey } from './queries/responses.ts'
import { pagesOf } from './survey.ts'

const { app, site, running, code, ready, askedAt, responseOf, linkTo, asked, answerAll } =
  await aSurveyedRound()

const everyone: Who[] = ['ana', 'bo', 'chi', 'dev', 'fay', 'gil']

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
  expect(thanks).toContain('They help us make the next rounds better.')
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

test('who wrote nothing is not asked whether it may be quoted', async () => {
  await ready()
  await askedAt('2016-06-13T14:13:00Z')
  const base = await linkTo('fay')
  const browser = aBrowser(site, app.origin)
  for (const [at, page] of pagesOf(await asked()).entries())
    await browser.send(`${base}/${at + 1}/save`, typedFor(page, ' '))

  const last = await browser.read(`${base}/last`)
  await browser.send(`${base}/finish`, { quotes: 'no' })

  expect(last).toContain('Send my answers')
  expect(last).not.toContain('May we quote what you wrote?')
  expect(await responseOf('fay')).toMatchObject({ quotes: null, finishedAt: app.now() })
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
