import { brotliDecompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { aRound } from '../../test/builders.ts'
import { testApp } from '../../test/harness.ts'
import { buildAssets } from './assets.ts'
import { createSite } from './site.tsx'

const app = await testApp('2016-01-20T12:00:00Z')
const assets = await buildAssets()
const site = createSite(app, assets)
const production = createSite({ ...app, config: { ...app.config, isDevelopment: false } }, assets)

const post = (path: string, headers: Record<string, string>, body = 'theme=dark&back=/rounds') =>
  site.request(path, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
  })

test('a public page is the same for everyone and may be kept', async () => {
  await aRound(app, { code: '2016A' })

  const first = await site.request('/rounds/2016A')
  const again = await site.request('/rounds/2016A', {
    headers: { 'If-None-Match': first.headers.get('ETag') ?? '' },
  })

  expect(first.headers.get('Cache-Control')).toBe(
    'public, max-age=60, stale-while-revalidate=600, stale-if-error=86400',
  )
  expect(first.headers.get('Set-Cookie')).toBeNull()
  expect(await first.text()).not.toContain('name="_')
  expect(again.status).toBe(304)
})

test('a reader with choices of their own gets a page that nobody keeps', async () => {
  const answer = await site.request('/rounds', { headers: { Cookie: 'twinleaf_pref=ar.dark' } })

  expect(answer.headers.get('Cache-Control')).toBe('no-store')
  expect(await answer.text()).toContain('<html lang="ar" dir="rtl" data-theme="dark">')
})

test('a stylesheet is kept for ever, and sent as small as the browser can take it', async () => {
  const plain = await site.request(assets.css)
  const small = await site.request(assets.css, { headers: { 'Accept-Encoding': 'gzip, br' } })

  const said = ({ status, headers }: Response) => [
    status,
    ...['Content-Type', 'Cache-Control', 'Vary', 'Content-Encoding'].map((name) => headers.get(name)),
  ]
  const kept = [200, 'text/css; charset=utf-8', 'public, max-age=31536000, immutable', 'Accept-Encoding']
  expect(said(plain)).toEqual([...kept, null])
  expect(said(small)).toEqual([...kept, 'br'])
  expect(brotliDecompressSync(await small.arrayBuffer()).toString()).toBe(await plain.text())
  expect((await site.request('/assets/site.old.css')).status).toBe(404)
})

test.each([
  ['the language the browser asks for', 'pt-BR, es;q=0.8, en;q=0.5', 'lang="es"'],
  ['English when it asks for none of ours', 'fi', 'lang="en"'],
  ['not a language that is refused', 'es;q=0, ar;q=0.1', 'lang="ar"'],
])('a visitor reads %s', async (_name, wish, expected) => {
  const answer = await site.request('/rounds', { headers: { 'Accept-Language': wish } })

  expect(await answer.text()).toContain(expected)
})

test.each<[string, Record<string, string>, number]>([
  ['our own page', { 'Sec-Fetch-Site': 'same-origin' }, 303],
  ['our own page, in an older browser', { Origin: 'http://localhost:3000' }, 303],
  ['another site', { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' }, 403],
  ['another site on our domain', { 'Sec-Fetch-Site': 'same-site' }, 403],
  ['another site, in an older browser', { Origin: 'https://evil.example' }, 403],
  ['a sandboxed page', { Origin: 'null' }, 403],
  ['a program that says nothing', {}, 403],
])('a form sent from %s answers %s', async (_name, headers, status) => {
  expect((await post('/preferences', headers)).status).toBe(status)
})

test.each([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/\t/evil.example',
  '/..//evil.example',
  '/.//evil.example',
  '/./\\evil.example',
  '/rounds/..//evil.example',
  '/%2e%2e//evil.example',
])('going back to %s ends at home or on a page of ours', async (back) => {
  const answer = await post(
    '/preferences',
    { 'Sec-Fetch-Site': 'same-origin' },
    new URLSearchParams({ theme: 'dark', back }).toString(),
  )

  const target = new URL(answer.headers.get('Location') ?? '', 'http://localhost:3000')
  expect(target.origin).toBe('http://localhost:3000')
})

test.each([
  ...['/.git/config', '/.env', '/package.json', '/data/secret', '/assets/', '/assets/../.env'],
  ...['/assets/..%2f..%2f.env', '/assets/%2e%2e/%2e%2e/package.json', '/assets/..%5c.env', '//etc/passwd'],
])('a file of the machine is served to nobody: %s', async (path) => {
  expect((await site.request(path)).status).toBe(404)
})

test('a request for another host is turned away, in production', async () => {
  const answer = await production.request('/rounds', { headers: { Host: 'evil.example' } })

  expect(answer.status).toBe(421)
})

test('a page elsewhere cannot borrow a name for a machine of one’s own', async () => {
  const hosts = ['evil.example', 'localhost.evil.example', 'localhost:3000', '127.0.0.1:3000', '[::1]:3000']

  const answers = await Promise.all(hosts.map((Host) => site.request('/rounds', { headers: { Host } })))

  expect(answers.map(({ status }) => status)).toEqual([421, 421, 200, 200, 200])
})

test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s is not a way to use a page', async (method) => {
  const answer = await site.request('/rounds', { method, headers: { 'Sec-Fetch-Site': 'same-origin' } })

  expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'GET, HEAD, POST'])
})

test.each(['/rounds/%00', '/posts/%00', '/posts/%00?page=2', '/rounds?q=%00', '/media/%00/a.avif'])(
  'the address %s leads nowhere, and nobody keeps the answer',
  async (path) => {
    const answer = await site.request(path)

    expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([404, 'no-store'])
  },
)

test.each([
  ['JSON', 'application/json', '{"theme":"dark"}'],
  ['plain text', 'text/plain', 'theme=dark'],
  ['a form in parts that have no end', 'multipart/form-data; boundary=x', 'xx'],
  ['nothing at all', '', ''],
])('%s in place of a form is refused in words', async (_name, type, body) => {
  const answer = await post('/preferences', { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': type }, body)

  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('could not read what was sent as a form')
})

test('browsers and search engines find what they ask for by name', async () => {
  const [icon, robots] = await Promise.all([site.request('/favicon.ico'), site.request('/robots.txt')])

  expect([icon.status, icon.headers.get('Content-Type')]).toEqual([200, 'image/svg+xml'])
  expect(await robots.text()).toContain('Disallow: /office\n')
})

test('a body larger than a megabyte is refused with a page', async () => {
  const answer = await post('/preferences', { 'Sec-Fetch-Site': 'same-origin' }, 'x'.repeat(1_100_000))

  expect(answer.status).toBe(413)
  expect(await answer.text()).toContain('larger than we can take')
})

test('who is asked to sign in first goes on to the whole address they asked for', async () => {
  const next = async (path: string, init = {}) =>
    decodeURIComponent((await site.request(path, init)).headers.get('Location') ?? '')

  expect([
    await next('/office/rounds/2016A/matching/lab/compare?one=1&other=2'),
    await next('/office/rounds/2016A/matching/run', {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin' },
    }),
  ]).toEqual([
    '/sign-in?next=/office/rounds/2016A/matching/lab/compare?one=1&other=2',
    '/sign-in?next=/office',
  ])
})

test.each([
  ['/rounds/2016A/apply/you/save', '/rounds/2016A/apply/you'],
  ['/rounds/2016A/apply/send', '/rounds/2016A/apply'],
  ['/preferences', undefined],
  ['/rounds/2016A/apply/you/saved', undefined],
])('who asks for the address to which a form is sent finds its page: %s', async (path, page) => {
  const answer = await site.request(path)

  expect([answer.status, answer.headers.get('Location') ?? undefined]).toEqual([page ? 303 : 404, page])
})

test('a no to something that was sent leads back to the page it was sent from, and nowhere else', async () => {
  const back = async (referer: string) => {
    const headers = { 'sec-fetch-site': 'same-origin', referer }
    const page = await (await site.request('/nowhere', { method: 'POST', headers })).text()
    return /<a href="([^"]+)">Back to the previous page</.exec(page)?.[1]
  }

  expect([
    await back('http://localhost/rounds?page=2'),
    await back('http://localhost//elsewhere.example/rounds'),
    await back('https://elsewhere.example/rounds'),
    await back('nonsense'),
  ]).toEqual(['/rounds?page=2', '/', undefined, undefined])
})

test('a fault shows a number to quote and nothing of its cause', async () => {
  const broken = createSite({ ...app, db: undefined as never }, assets)

  const answer = await broken.request('/rounds')
  const page = await answer.text()

  expect(answer.status).toBe(500)
  expect(page).toMatch(/quote this number: [0-9a-f]{8}/)
  expect(page).not.toMatch(/TypeError|selectFrom|node_modules/)
})

test('the log tells of a request without its address or anybody’s name', async () => {
  const lines: unknown[] = []
  const listening = {
    ...app,
    log: { info: (line: unknown) => lines.push(line) } as unknown as typeof app.log,
  }

  await createSite(listening, assets).request('/rounds/2016A?mail=ada@library.example')

  expect(lines).toEqual([
    {
      method: 'GET',
      route: '/rounds/:code',
      status: 200,
      ms: expect.any(Number),
      actor: null,
    },
  ])
})

test.each([
  ['/rounds/?page=2', '/rounds?page=2'],
  ['/archive//', '/archive'],
  ['//elsewhere.example/', undefined],
  ['/nowhere', undefined],
])('%s leads to the same address without its last slash', async (path, to) => {
  const answer = await site.request(`http://localhost${path}`)

  expect([answer.status, answer.headers.get('Location') ?? undefined]).toEqual([to ? 301 : 404, to])
})
