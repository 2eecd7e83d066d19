import { expect, test } from 'vitest'
import { aPerson } from '../../../test/builders.ts'
import { testApp } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { aBrowser } from '../calls/browser.builder.ts'

const app = await testApp('2016-03-01T12:00:00Z')
const site = createSite(app, await buildAssets())
const browser = (headers = {}) => aBrowser(site, app.origin, headers)

const mailsTo = (email: string) =>
  app.db.selectFrom('outbox').select(['kind', 'text', 'locale']).where('toAddress', '=', email).execute()
const listed = (email: string) =>
  app.db
    .selectFrom('subscriber')
    .leftJoin('subscription', 'subscriberId', 'subscriber.id')
    .select(['confirmedAt', 'leftAt', 'locale', 'rhythm', 'pausedAt'])
    .where('email', '=', email)
    .executeTakeFirst()
const pathIn = (text = '') => /http:\/\/localhost:3000(\/\S+)/.exec(text)?.[1] ?? ''

test('an address is subscribed by the button behind the emailed link, and by nothing less', async () => {
  const asked = await browser().send('/subscribe', {
    ...{ email: 'ada@library.example', rhythm: 'month', locale: 'es' },
  })
  const [question] = await mailsTo('ada@library.example')
  const link = pathIn(question?.text)
  await browser().read(link)
  const scanned = await listed('ada@library.example')
  const done = await browser().send(link, {})
  const own = done.headers.get('Location') ?? ''
  const page = await browser().read(own)
  const again = await browser().ask(link)

  expect(again.headers.get('Location')).toBe(own)
  expect(asked.headers.get('Location')).toBe('/subscribe/asked')
  expect(question).toMatchObject({ kind: 'newsletter-question', locale: 'es' })
  expect(question?.text).toContain(`${app.origin}/your-data\n`)
  expect(scanned).toMatchObject({ confirmedAt: null })
  expect(own).toMatch(/^\/subscriptions\//)
  expect(page).toContain('value="month" checked')
  expect(await listed('ada@library.example')).toMatchObject({
    ...{ confirmedAt: app.now(), leftAt: null, locale: 'es', rhythm: 'month' },
  })
})

test('who asks again for an address that is subscribed changes nothing, and is told the same', async () => {
  const asked = await browser().send('/subscribe', {
    ...{ email: 'ada@library.example', rhythm: 'each', locale: 'ar' },
  })

  expect(asked.headers.get('Location')).toBe('/subscribe/asked')
  expect(await mailsTo('ada@library.example')).toHaveLength(1)
  expect(await listed('ada@library.example')).toMatchObject({ locale: 'es', rhythm: 'month' })
})

test('below a post only the address is asked for; what is no address comes back with what was typed', async () => {
  const refused = await browser().send('/subscribe', { email: 'sol@library' })
  const asked = await browser().send('/subscribe', { email: 'sol@library.example' })
  const page = await refused.text()

  expect(refused.status).toBe(422)
  expect(page).toContain('value="sol@library"')
  expect(page).toContain('aria-invalid="true"')
  expect(asked.status).toBe(303)
  expect(await listed('sol@library.example')).toMatchObject({ locale: 'en', rhythm: 'fortnight' })
})

test('who is signed in subscribes by one press, sees it on their own page, and changes, pauses and leaves it there', async () => {
  const bo = await aPerson(app, { email: 'bo@library.example' })
  const own = browser(await signedIn(app, bo))

  const joined = await own.send('/subscribe', { email: bo.email, rhythm: 'each', locale: 'en' })
  const path = joined.headers.get('Location') ?? ''
  const me = await own.read('/me')
  await own.send(`${path}/change`, { rhythm: 'fortnight', locale: 'ar' })
  await own.send(`${path}/pause`, {})
  const paused = await listed(bo.email)
  await own.send(`${path}/resume`, {})
  const left = await own.send(`${path}/leave`, {})

  expect(await mailsTo(bo.email)).toEqual([])
  expect(me).toContain('You get an email about each post that comes out.')
  expect(paused).toMatchObject({ rhythm: 'fortnight', locale: 'ar', pausedAt: app.now() })
  expect(await left.text()).toContain('You have left the newsletter')
  expect(await listed(bo.email)).toMatchObject({ leftAt: app.now(), pausedAt: null })
})

test('one page shows all that an address gets, and nobody opens it with a key that we did not give', async () => {
  const own = browser(await signedIn(app, await aPerson(app, { email: 'mei@library.example' })))
  const joined = await own.send('/subscribe', { email: 'mei@library.example', rhythm: 'each', locale: 'en' })
  await own.send('/next-call/ask', { email: 'mei@library.example' })
  const path = joined.headers.get('Location') ?? ''

  const page = await browser().read(path)
  await browser().send(`${path}/lists/calls/leave`, {})
  const after = await browser().read(path)
  await app.db.deleteFrom('subscriber').where('email', '=', 'mei@library.example').execute()
  const ended = await browser().ask(path)
  // Not the last letter, of which not every bit counts.
  const guessed = await browser().ask(path.replace(/.(?=.$)/, (letter) => (letter === 'A' ? 'B' : 'A')))

  expect(page).toContain('Do not tell me of the next call')
  expect(after).not.toContain('Do not tell me of the next call')
  expect(ended.status).toBe(200)
  expect(await ended.text()).toContain('Nothing is sent by this link any more')
  expect(guessed.status).toBe(404)
})
