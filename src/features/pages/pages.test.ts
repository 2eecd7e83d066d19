import { expect, test } from 'vitest'
import { aPerson } from '../../../test/builders.ts'
import { testApp } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { Conflict, Forbidden } from '../../platform/refusals.ts'
import { locales, tagOf } from '../../platform/words.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { changeNetwork } from '../network/index.ts'
import { type Edit, publishPage } from './actions.ts'
import { pageNames } from './page.ts'
import { pagePath } from './paths.ts'
import { conductVersions, currentConduct, revisionsOf } from './queries.ts'

const app = await testApp('2016-02-20T12:00:00Z', { MAIL_FROM: 'Twinleaf <hello@network.example>' })
const site = createSite(app, await buildAssets())
const kate = await aPerson(app, { name: 'Kate Byrne', role: 'director' })
const molly = await aPerson(app, { name: 'Molly Duarte', role: 'director' })
const coordinator = await aPerson(app, { role: 'coordinator' })
const [asKate, asMolly] = [await signedIn(app, kate), await signedIn(app, molly)]

const page = async (path: string, language = 'en') =>
  (await site.request(path, { headers: { 'Accept-Language': language } })).text()
const office = async (path: string, headers = asKate) => (await site.request(path, { headers })).text()
const send = (path: string, fields: Record<string, string>, headers = asKate) =>
  site.request(path, { method: 'POST', headers, body: new URLSearchParams(fields) })

const about: Edit = {
  ...{ page: 'about', locale: 'en', title: 'Who we are', body: 'Two by two.', base: 0 },
  isNewVersion: false,
}
const conduct = { ...about, page: 'code-of-conduct', title: 'Our code', body: 'Be kind.' } as const

test('a network that nobody has set up has every page in every language, and no word is missing in it', async () => {
  for (const name of pageNames)
    for (const language of locales) {
      const answer = await site.request(pagePath(name), { headers: { 'Accept-Language': language } })
      const text = await answer.text()

      expect([answer.status, answer.headers.get('Cache-Control')?.split(',')[0]]).toEqual([200, 'public'])
      expect(text).toContain(`<html lang="${tagOf(language)}"`)
      expect(text).not.toMatch(/\{(network|tagline|email|postal)\}|not written in/)
    }
})

test('every footer leads to the pages, and the front page and the rounds to how it works', async () => {
  const front = await page('/')

  // The guidelines are linked where somebody writes by them.
  for (const name of pageNames.slice(1).filter((one) => one !== 'guidelines'))
    expect(front).toContain(`href="/${name}"`)
  expect(front).toContain('<h1 lang="en" dir="auto">What librarians talk about</h1>')
  expect(front).toContain('<a href="/how-it-works">How a round works</a>')
  expect(await page('/rounds')).toContain('<a href="/how-it-works">')
})

test('the address for answers can be read and followed, and stands nowhere in the page as such', async () => {
  const texts = { en: { name: 'The *other* N_et_work' } }
  await changeNetwork(app, kate, { replyTo: 'answers@network.example', texts })

  const contact = await page('/contact')

  expect(contact).not.toContain('answers@network.example')
  const [, href = ''] = /<a href="([^"]*)">&#97;/.exec(contact) ?? []
  const read = href.replace(/&#(\d+);/g, (_all, code) => String.fromCodePoint(Number(code)))
  expect(read).toBe('mailto:answers@network.example')
  expect(await page('/about')).toContain('<p>The *other* N_et_work introduces librarians')
  await changeNetwork(app, kate, { texts: { en: { name: '' } } })
})

test('a director looks at a text first, then publishes it; what was there stays a revision', async () => {
  const form = { title: 'About {network}', body: 'We are <b>three</b>.', base: '0' }
  const looked = await send('/office/pages/about/en/edit', { ...form, act: 'preview' })
  const preview = await looked.text()
  const before = await page('/about')
  const answer = await send('/office/pages/about/en/edit', { ...form, act: 'publish' })

  expect([looked.status, answer.status]).toEqual([200, 303])
  expect(preview).toContain('<p>We are &#x3C;b>three&#x3C;/b>.</p>')
  expect(preview).toContain('value="About {network}"')
  expect(before).not.toContain('We are')
  expect(await page('/about')).toContain('<h1>About Mentoring network</h1>')
  expect(await office('/office/pages/about/en')).toContain('Kate Byrne')
  expect(await office('/office/pages/about/en/1')).toMatch(/<ins>[^<]*We are/)
  expect(await office('/office/pages/about/en/edit?from=0')).toContain('introduces librarians to a colleague')
})

test('a language in which it is not written says so, and shows another', async () => {
  const spanish = await page('/about', 'es')

  expect(spanish).toContain('Esta página todavía no está escrita en español. Aquí está en inglés.')
  expect(spanish).toContain('<h1 lang="en" dir="ltr">About Mentoring network</h1>')
  expect(await office('/office/pages')).toContain('aria-label="About in Spanish: not written"')
})

test('of two directors at once one is told what the other has written, and neither loses a word', async () => {
  const path = '/office/pages/contact/en/edit'
  await send(path, { title: 'Contact', body: 'Call Kate.', base: '0', act: 'publish' })
  const second = await send(
    path,
    { title: 'Contact', body: 'Call Molly.', base: '0', act: 'publish' },
    asMolly,
  )
  const back = await second.text()
  const agreed = { title: 'Contact', body: 'Call either.', base: '1', act: 'publish' }
  const third = await send(path, agreed, asMolly)
  const twice = await send(path, agreed, asMolly)

  expect(second.status).toBe(409)
  expect(back).toContain('Kate Byrne has published this page in the meantime')
  expect(back).toContain('Call Molly.</textarea>')
  expect(back).toMatch(/<del>Kate<\/del><ins>Molly<\/ins>/)
  expect(back).toContain('name="base" value="1"')
  expect([third.status, twice.status]).toEqual([303, 303])
  expect((await revisionsOf(app.db, 'contact', 'en')).map(({ body, by }) => [body, by])).toEqual([
    ['Call either.', 'Molly Duarte'],
    ['Call Kate.', 'Kate Byrne'],
  ])
})

test('nobody begins from a revision that is not there, and none but a director publishes', async () => {
  await expect(publishPage(app, kate, { ...about, page: 'privacy', base: 7 })).rejects.toEqual(
    new Conflict('page-changed'),
  )
  await expect(publishPage(app, coordinator, about)).rejects.toBeInstanceOf(Forbidden)
  const seen = await site.request('/office/pages', { headers: await signedIn(app, coordinator) })
  expect(seen.status).toBe(403)
  expect(await revisionsOf(app.db, 'privacy', 'en')).toEqual([])
})

test('a form that comes back says what is wrong and keeps what was typed', async () => {
  const typed = { title: ' ', body: 'By {nettwork} for you', base: '0' }

  const answer = await send('/office/pages/privacy/en/edit', { ...typed, act: 'publish' })

  const text = await answer.text()
  expect(answer.status).toBe(422)
  expect(text).toContain('We know no such name in braces.')
  expect(text).toContain('By {nettwork} for you</textarea>')
})

test('a version is made when people must accept anew; a correction and a translation keep it', async () => {
  const path = '/office/pages/code-of-conduct/en/edit'
  const unsaid = await send(path, { title: 'Our code', body: 'Be kind.', base: '0', act: 'publish' })
  const first = await currentConduct(app.db)
  await publishPage(app, kate, { ...conduct, isNewVersion: true })
  await publishPage(app, kate, { ...conduct, body: 'Be kind!', base: 1 })
  await publishPage(app, kate, { ...conduct, locale: 'es', title: 'Código', body: 'Amabilidad.' })
  const second = await currentConduct(app.db)
  await publishPage(app, kate, { ...conduct, body: 'Be kind, always.', base: 2, isNewVersion: true })
  const late = await send(path, {
    title: 'Our code',
    body: 'Mine.',
    base: '0',
    act: 'publish',
    change: 'same',
  })
  const back = await late.text()
  app.at('2016-02-22T12:00:00Z')
  await publishPage(app, kate, { ...conduct, body: 'Be kind and write.', base: 3, isNewVersion: true })

  expect([unsaid.status, late.status]).toEqual([422, 409])
  expect(back).toContain('Mine.</textarea>')
  expect(back).not.toMatch(/value="same"[^>]* checked/)
  expect([first, second, await currentConduct(app.db)]).toEqual(['2026-11-27', '2016-02-20', '2016-02-22'])
  expect(await conductVersions(app.db)).toEqual(['2016-02-22', '2016-02-20.2', '2016-02-20'])
})

test('each version stays where it was, says what it said last, and leads to the one of now', async () => {
  const now = await page('/code-of-conduct')
  const earlier = await page('/code-of-conduct/2016-02-20')
  const supplied = await page('/code-of-conduct/2026-11-27')
  const spanish = await page('/code-of-conduct', 'es')

  expect(now).toContain('Version of 22 February 2016')
  expect(now).toContain('href="/code-of-conduct/2016-02-20.2">Version of 20 February 2016 (2)</a>')
  expect(now).toContain('Be kind and write.')
  expect(earlier).toContain('Be kind!')
  expect(earlier).toContain('People who apply now accept that of 22 February 2016.')
  expect(supplied).toContain('Answer within a week.')
  expect(spanish).toContain('Be kind and write.')
  expect(await page('/code-of-conduct/2016-02-20', 'es')).toContain('Amabilidad.')
  const list = await office('/office/pages', await signedIn(app, kate))
  expect(list).toContain('Code of conduct in Spanish: states the version of 20 February 2016')
  expect((await site.request('/code-of-conduct/2016-01-01')).status).toBe(404)
})

test('the page on privacy says what the program keeps, below what the network says', async () => {
  const [english, spanish] = [await page('/privacy'), await page('/privacy', 'es')]

  expect(english).toMatch(/<h1>Privacy<\/h1>.*<h2>What we keep, what for, and how long<\/h2>/s)
  expect(english).toContain('90 days after the deadline.')
  expect(english).toContain('Until 30 days after you follow no more')
  expect(spanish).toContain('Qué guardamos, para qué y cuánto tiempo')
  expect(spanish).not.toContain('days after')
})
