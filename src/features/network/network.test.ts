import { globSync, readFileSync } from 'node:fs'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { aPerson } from '../../../test/builders.ts'
import { commandNamed, counting, queuedMail, testApp } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { mimeOf } from '../../platform/mail/index.ts'
import { isReadable, networkIn } from '../../platform/network/index.ts'
import { Forbidden, Unacceptable } from '../../platform/refusals.ts'
import { platformWords } from '../../platform/say.ts'
import { locales } from '../../platform/words.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { changeNetwork } from './actions.ts'
import { shades } from './shades.ts'

const app = await testApp('2016-02-20T12:00:00Z', { MAIL_FROM: 'Twinleaf <hello@network.example>' })
const site = createSite(app, await buildAssets())
const director = await aPerson(app, { role: 'director', email: 'kate@library.example' })
const headers = await signedIn(app, director)

const page = async (path: string, language = 'en') =>
  (await site.request(path, { headers: { 'Accept-Language': language } })).text()
const post = (path: string, fields: Record<string, string | File>) => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  return site.request(path, { method: 'POST', headers, body })
}
const noted = async () =>
  (await app.db.selectFrom('journal').select(['act', 'detail']).orderBy('id', 'desc').executeTakeFirst()) ??
  null

test('no word file names a network', () => {
  const named = globSync('src/**/words/*.json').filter((file) =>
    /International Librarians|interlibnet|\bILN\b/i.test(readFileSync(file, 'utf8')),
  )

  expect(named).toEqual([])
})

test('until it is named it goes by a neutral name, in each language', async () => {
  const titles = locales.map(async (language) => /<title>(.*?)<\/title>/.exec(await page('/', language))?.[1])

  expect(await Promise.all(titles)).toEqual(locales.map((locale) => platformWords(locale)('network.name')))
})

test('its name is on every page and in every feed at once, also on those that were kept', async () => {
  const paths = ['/', '/feed.rss', '/feed.atom', '/feed.json', '/rounds', '/sign-in']
  await Promise.all(paths.map((path) => page(path)))

  const answer = await post('/office/network/names', {
    ...{ 'name-en': 'Nordic Pairs', 'shortName-en': 'NP', 'tagline-en': 'Two by two.' },
    ...{ 'name-es': 'Parejas del Norte', 'shortName-es': '', 'tagline-es': '' },
    ...{ 'name-ar': '', 'shortName-ar': '', 'tagline-ar': '' },
  })

  expect(answer.status).toBe(303)
  for (const path of paths) expect(await page(path)).toContain('Nordic Pairs')
  expect(await page('/', 'es')).toContain('Parejas del Norte')
  expect(await page('/', 'es')).toContain('Two by two.')
  expect(await page('/', 'ar')).toContain('Nordic Pairs')
  expect(await noted()).toEqual({
    act: 'network.changed',
    detail: {
      changed: [
        ['name.en', '', 'Nordic Pairs'],
        ['shortName.en', '', 'NP'],
        ['tagline.en', '', 'Two by two.'],
        ['name.es', '', 'Parejas del Norte'],
      ],
    },
  })
})

test('a network whose own language becomes one in which it has no name keeps the name it has', async () => {
  await changeNetwork(app, director, { locales: ['ar', 'en', 'es'] })
  const before = await page('/', 'ar')
  const { isNamed } = await networkIn(app)
  await changeNetwork(app, director, { locales: ['en', 'es', 'ar'] })

  expect([before.includes('Nordic Pairs'), isNamed]).toEqual([true, true])
})

test('one’s own page offers the languages of the network, and keeps one’s own', async () => {
  await changeNetwork(app, director, { locales: ['en', 'es'] })
  const reader = await aPerson(app, { locale: 'ar' })
  const offered = async (of: Record<string, string>) =>
    [
      ...(await (await site.request('/me/settings', { headers: of })).text()).matchAll(
        /<option value="(en|es|ar)"/g,
      ),
    ].map(([, locale]) => locale)
  const both = [await offered(headers), await offered(await signedIn(app, reader))]
  await changeNetwork(app, director, { locales: ['en', 'es', 'ar'] })

  expect(both).toEqual([
    ['en', 'es'],
    ['en', 'es', 'ar'],
  ])
})

test('a form that came back says what is missing, and keeps what was typed', async () => {
  const answer = await post('/office/network/names', { 'name-en': ' ', 'tagline-en': 'Kept words' })

  expect(answer.status).toBe(422)
  const text = await answer.text()
  expect(text).toContain('Please fill this in.')
  expect(text).toContain('value="Kept words"')
})

test('a name that is too long is given back whole, with a sentence, and no browser cuts it before', async () => {
  const long = `${'Nordic '.repeat(12)}Pairs`
  const fields = await page('/office/network/names')

  const answer = await post('/office/network/names', { 'name-en': long })

  const text = await answer.text()
  expect(fields).not.toContain('maxlength')
  expect(answer.status).toBe(422)
  expect(text).toContain(`value="${long}"`)
  expect(text).toMatch(/class="error" id="f-name-en-error">[^<]*80/)
})

test('a licence and an ISSN hold for all posts; a mistyped ISSN comes back', async () => {
  const refused = await post('/office/network/citing', { licence: 'cc-by-4.0', issn: '2049-3631' })
  const text = await refused.text()
  const taken = await post('/office/network/citing', { licence: 'cc-by-4.0', issn: '20493630' })

  expect([refused.status, text.includes('This is not an ISSN'), text.includes('value="2049-3631"')]).toEqual([
    ...[422, true, true],
  ])
  expect(taken.status).toBe(303)
  expect(await page('/feed.rss')).toContain('<prism:issn>2049-3630</prism:issn>')
  expect(await page('/feed.rss')).toContain('<copyright>Text: CC BY 4.0. Pictures')
})

test('which machines may read is said in one place, and holds on every page and for robots', async () => {
  const open = await page('/')
  const machines = { 'crawlers[]': 'archive', indexNow: 'yes' }
  const refused = await post('/office/network/machines', machines)
  const text = await refused.text()
  const taken = await post('/office/network/machines', { ...machines, indexNow: 'no' })
  const robots = await page('/robots.txt')
  const closed = await page('/')
  await changeNetwork(app, director, { crawlers: ['search', 'training'], indexNowKey: 'f'.repeat(32) })

  expect([refused.status, text.includes('only if they are welcome above'), taken.status]).toEqual([
    ...[422, true, 303],
  ])
  expect([open, closed].map((html) => html.includes('content="noindex"'))).toEqual([false, true])
  expect(robots).toMatch(/^User-agent: \*\n[\s\S]*User-agent: ChatGPT-User\n[\s\S]*User-agent: GPTBot\n/)
  expect(robots).not.toContain('Sitemap:')
  expect(await page('/robots.txt')).not.toContain('GPTBot')
  expect(await page('/.well-known/tdmrep.json')).toBe('[{"location":"/","tdm-reservation":0}]')
  expect(await page(`/${'f'.repeat(32)}.txt`)).toBe('f'.repeat(32))
  expect((await site.request(`/${'e'.repeat(32)}.txt`)).status).toBe(404)
  await expect(changeNetwork(app, director, { crawlers: [] })).rejects.toEqual(
    new Unacceptable('search-kept-out'),
  )
})

test('a colour in which links could not be read is not taken; the nearest shade is offered, and is', async () => {
  const form = { sign: 'bridge', shade: 'own', accent: '#FFCC00' }
  const refused = await post('/office/network/look', form)
  const text = await refused.text()
  const offered = /name="take" value="(#[0-9a-f]{6})"/.exec(text)?.[1] ?? ''

  expect([refused.status, text.includes('value="#FFCC00"'), offered]).toEqual([422, true, '#856901'])
  await post('/office/network/look', { ...form, take: offered })
  expect(await page('/')).toContain('<link rel="stylesheet" href="/look/accent/856901.css"/>')
  expect(await page('/look/accent/856901.css')).toMatch(/^:root\{--leaf:light-dark\(#856901,#[0-9a-f]{6}\)/)
  expect((await site.request('/look/accent/ffcc00.css')).status).toBe(404)
  expect((await site.request('/favicon.ico')).headers.get('Location')).toBe('/look/icon/bridge-856901.svg')
  expect(Object.values(shades).filter((shade) => !isReadable(shade))).toEqual([])
  await expect(changeNetwork(app, director, { accent: '#ffcc00' })).rejects.toEqual(
    new Unacceptable('accent-unreadable', { nearest: '#856901' }),
  )
})

test('what stands in the field of another colour keeps nobody from choosing one of ours', async () => {
  const refused = await post('/office/network/look', { sign: 'bridge', shade: 'own', accent: 'red' })
  const chosen = await post('/office/network/look', { sign: 'bridge', shade: 'plum', accent: 'red' })

  expect([refused.status, chosen.status]).toEqual([422, 303])
  expect(await page('/')).toContain(`/look/accent/${shades.plum.slice(1)}.css`)
})

test('a picture becomes the sign, written anew', async () => {
  const upload = await sharp({ create: { width: 40, height: 20, channels: 4, background: '#f000' } })
    .withExif({ IFD0: { Copyright: 'someone' } })
    .png()
    .toBuffer()
  const picture = new File([new Uint8Array(upload)], 'sign.png', { type: 'image/png' })

  const broken = new File(['<svg/>'], 'sign.svg', { type: 'image/svg+xml' })
  const refused = await post('/office/network/look', {
    sign: 'picture',
    shade: 'ours',
    accent: '',
    picture: broken,
  })
  await post('/office/network/look', { sign: 'picture', shade: 'ours', accent: '', picture })

  expect([refused.status, await refused.text()]).toEqual([
    422,
    expect.stringContaining('as PNG, JPEG or WebP'),
  ])
  const src = /<img class="sign" src="([^"]+)"/.exec(await page('/'))?.[1] ?? ''
  const served = await site.request(src)
  const { format, width, height, hasAlpha, exif } = await sharp(await served.arrayBuffer()).metadata()
  expect({ format, width, height, hasAlpha, exif }).toEqual({
    ...{ format: 'webp', width: 192, height: 192, hasAlpha: true, exif: undefined },
  })
})

test('emails come from the operator’s address under its name, and answers go where a director says', async () => {
  await post('/office/network/email', {
    senderName: '',
    replyTo: 'team@library.example',
    postal: 'PO Box 7',
    'signature-en': 'Kate\nand Sol',
  })
  const answer = await post('/office/network/email/test', {})

  expect(answer.headers.get('Location')).toBe('/office/network/email')
  expect(await queuedMail(app)).toEqual([{ to: director.email, subject: 'Test email from Nordic Pairs' }])
  const mail = await app.db.selectFrom('outbox').selectAll().executeTakeFirstOrThrow()
  const raw = (await mimeOf(app, await networkIn(app), mail)).toString()
  expect(raw).toContain('From: Nordic Pairs <hello@network.example>\r\n')
  expect(raw).toContain('Reply-To: team@library.example\r\n')
  expect(mail.text).toContain('\n\nKate\nand Sol\n\n-- \nNordic Pairs\n')
  expect(mail.text.endsWith('\nPO Box 7\n')).toBe(true)
})

test('only languages on offer are spoken, and the network’s own to those who ask for none', async () => {
  await changeNetwork(app, director, { locales: ['es', 'ar'] })

  expect(await page('/', 'en')).toContain('<html lang="es"')
  expect(await page('/', 'ar')).toContain('<html lang="ar"')
  expect(await page('/feed.rss')).toContain('<language>es</language>')
  await changeNetwork(app, director, { locales: ['en', 'es', 'ar'] })
})

test('nobody but a director changes anything, and what is the same is not noted', async () => {
  const coordinator = await aPerson(app, { role: 'coordinator' })
  const before = await noted()

  await expect(changeNetwork(app, coordinator, { zone: 'Asia/Tokyo' })).rejects.toEqual(
    new Forbidden('not-allowed'),
  )
  await changeNetwork(app, director, { zone: 'UTC' })

  const refused = await site.request('/office/network', { headers: await signedIn(app, coordinator) })
  expect([refused.status, await noted()]).toEqual([403, before])
})

test('the terminal sets what the office does', async () => {
  const set = commandNamed('network set')
  const input = { args: [], switches: new Set<string>(), lists: {} }

  const { json } = await set.run(app, {
    ...input,
    options: { name: 'IFLA Pairs', languages: 'ar,en', accent: '#1f4e79' },
  })

  expect(json).toMatchObject({
    locales: ['ar', 'en'],
    accent: '#1f4e79',
    texts: { en: { name: 'Nordic Pairs' }, ar: { name: 'IFLA Pairs' } },
  })
  await expect(set.run(app, { ...input, options: { zone: 'Mars/Base' } })).rejects.toEqual(
    new Unacceptable('bad-option', { option: 'zone' }),
  )
})

test('asking for the network costs one query while nothing changes', async () => {
  const { count, counted } = counting(app.db)
  await networkIn({ db: counted, origin: app.origin })
  const first = count.asked

  await networkIn({ db: counted, origin: app.origin })

  expect(count.asked - first).toBe(1)
})
