import { expect, test } from 'vitest'
import { publishPage, suppliedText } from '../pages/index.ts'
import { terminal } from '../people/index.ts'
import { aBrowser, lagos } from './browser.builder.ts'
import { formPages } from './draft.ts'
import { agreed, anOpenCall, base } from './form.builder.ts'

const { app, site, applications, emailsTo, linkTo, apply } = await anOpenCall()

test('a first-timer applies page by page, corrects what is wrong, and nothing typed is lost', async () => {
  const browser = aBrowser(site, app.origin)
  const start = await browser.ask(base)
  const wrong = await browser.fill('2016A', 'you', { name: 'Ngozi Eze', email: 'ngozi@', country: '' })
  const wrongPage = await wrong.text()
  const right = await browser.fill('2016A', 'you', lagos.you)
  for (const page of ['work', 'talking', 'partner'] as const) await browser.fill('2016A', page, lagos[page])
  const check = await browser.read(`${base}/check`)
  const unagreed = await browser.send(`${base}/send`, {})
  const sent = await browser.send(`${base}/send`, agreed)
  const page = await browser.read(`${base}/sent`)

  expect(start.headers.get('Location')).toBe(`${base}/you`)
  expect(wrong.status).toBe(422)
  expect(wrongPage).toContain('value="Ngozi Eze"')
  expect(wrongPage).toContain('value="ngozi@"')
  expect(wrongPage).toContain('This does not look like an email address.')
  expect(right.headers.get('Location')).toBe(`${base}/work`)
  expect(check).toContain('I run the story hour.')
  expect(check).toContain('English and Yoruba (in writing)')
  expect(unagreed.status).toBe(422)
  expect(sent.headers.get('Location')).toBe(`${base}/sent`)
  expect(page).toContain('ngozi@library.example')
  expect(page).toContain('Now confirm your address')
  expect(await applications('ngozi@library.example')).toMatchObject([
    {
      ...{ givenName: 'Ngozi', familyName: 'Eze', country: 'NG', zone: 'Africa/Lagos', sector: 'public' },
      ...{ languages: ['en', 'yo'], languagesToWrite: ['yo'], usualTimes: ['mornings', 'weekends'] },
      ...{ awakeFrom: 420, awakeUntil: 720, dearWishes: ['stage'], wishStage: 'later', takesTwo: true },
      ...{ codeVersion: '2026-11-27', acceptsCode: true, sharesEmail: true, personId: null },
      ...{ submittedAt: app.now(), unconfirmedSince: app.now() },
    },
  ])
})

test('answers are read back apart from each other, and a language that was chosen twice once', async () => {
  const browser = aBrowser(site, app.origin)
  await browser.fill('2016A', 'you', lagos.you)

  await browser.fill('2016A', 'talking', { ...lagos.talking, language3: 'en', comfort3: 'write' })
  const check = await browser.read(`${base}/check`)

  expect(check).toContain('>English (in writing and talking) and Yoruba (in writing only)<')
  expect(check).toContain('>Mornings; Weekends<')
})

test('sent twice, it is one application, and it keeps its place when its answers are changed', async () => {
  const { browser } = await apply('sol@library.example')
  const first = app.now()
  app.at('2016-01-21T12:00:00Z')
  await browser.fill('2016A', 'work', { ...lagos.work, workplace: 'Ikeja Library' })
  const unsent = await browser.read(`${base}/sent`)
  await Promise.all([browser.send(`${base}/send`, agreed), browser.send(`${base}/send`, agreed)])

  expect(unsent).toContain('You have changed answers since, and not sent them.')
  expect(await applications('sol@library.example')).toMatchObject([
    { workplace: 'Ikeja Library', submittedAt: first },
  ])
})

test('pressed twice at once, it is sent once, and the one email holds the link that works', async () => {
  const { browser } = await apply('twice@library.example')

  await Promise.all([browser.send(`${base}/send`, agreed), browser.send(`${base}/send`, agreed)])

  expect(await emailsTo('twice@library.example')).toHaveLength(1)
  const link = await linkTo('twice@library.example', 'confirm')
  expect((await aBrowser(site, app.origin).send(link, {})).status).toBe(303)
})

test('who sends an application that was emptied in another window goes back to what is missing', async () => {
  const { browser } = await apply('gap@library.example')
  await browser.fill('2016A', 'work', { ...lagos.work, workplace: '' })

  const answer = await browser.send(`${base}/send`, agreed)

  expect(answer.headers.get('Location')).toBe(`${base}/check`)
})

test('times are said by the clock of the one who applies, also in the email', async () => {
  const { browser } = await apply('clock@library.example')

  const [copy] = await emailsTo('clock@library.example')
  for (const path of ['sent', 'check', 'later', 'withdraw'])
    expect(await browser.read(`${base}/${path}`)).toContain('16 February 2016 at 13:00 GMT+1')
  expect(copy?.text).toContain('16 February 2016 at 13:00 GMT+1')
})

test('a page of more than can be kept comes back whole', async () => {
  const browser = aBrowser(site, app.origin)
  const about = 'x'.repeat(100_000)

  const answer = await browser.fill('2016A', 'partner', { ...lagos.partner, about })

  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain(about)
})

test('after the deadline nothing is sent, and what was typed is kept', async () => {
  const browser = aBrowser(site, app.origin)
  for (const page of formPages)
    await browser.fill(
      '2016A',
      page,
      page === 'you' ? { ...lagos.you, email: 'late@library.example' } : lagos[page],
    )
  app.at('2016-02-16T12:00:00Z')

  const late = await browser.send(`${base}/send`, agreed)
  const page = await late.text()
  const saved = await (await browser.fill('2016A', 'work', { ...lagos.work, workplace: '' })).text()
  const later = await browser.ask(`${base}/later`)
  const link = await browser.send(`${base}/later/email`, { email: 'late@library.example' })
  app.at('2016-05-15T03:50:00Z')
  await app.runJobs()
  const kept = await app.db.selectFrom('applicationDraft').where('sentAt', 'is', null).selectAll().execute()
  app.at('2016-05-18T03:50:00Z')
  await app.runJobs()
  const forgotten = await app.db
    .selectFrom('applicationDraft')
    .where('sentAt', 'is', null)
    .selectAll()
    .execute()

  expect(late.status).toBe(409)
  expect(page).toContain('Applications are closed')
  expect(saved).toContain('Applications are closed')
  expect([later.status, link.status, await emailsTo('late@library.example')]).toEqual([409, 409, []])
  expect(await later.text()).toContain('Applications are closed')
  expect(page).toContain('What you typed is kept for 90 days.')
  expect(await applications('late@library.example')).toEqual([])
  expect(kept.length).toBeGreaterThan(0)
  expect(forgotten).toEqual([])
})

test('who has another code of conduct before them is asked again, and the version they read is kept', async () => {
  app.at('2016-01-21T12:00:00Z')
  const { browser, sent: first } = await apply('before@library.example')
  const waiting = aBrowser(site, app.origin)
  for (const page of formPages)
    await waiting.fill(
      '2016A',
      page,
      page === 'you' ? { ...lagos.you, email: 'after@library.example' } : lagos[page],
    )
  const read = await waiting.read(`${base}/check`)
  const edit = { ...suppliedText('code-of-conduct', 'en'), body: 'Be kind.', base: 0, isNewVersion: true }
  await publishPage(app, terminal, { ...edit, page: 'code-of-conduct' })
  const late = await waiting.send(`${base}/send`, agreed)
  const again = await late.text()
  const none = await applications('after@library.example')
  const sent = await waiting.send(`${base}/send`, { acceptsCode: ['2016-01-21'] })

  expect(read).toContain('I accept the code of conduct of 27 November 2026')
  expect([first.status, late.status, sent.status]).toEqual([303, 422, 303])
  expect(again).toContain('The code of conduct has changed while you were here.')
  expect(again).toContain('Be kind.')
  expect(again).not.toContain('checked')
  expect(none).toEqual([])
  const versions = await Promise.all(
    ['before', 'after'].map((name) => applications(`${name}@library.example`)),
  )
  expect(versions.flat().map(({ codeVersion }) => codeVersion)).toEqual(['2026-11-27', '2016-01-21'])
  expect(await browser.read('/code-of-conduct')).toContain('href="/code-of-conduct/2026-11-27"')
})
