import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import sharp from 'sharp'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { all } from '../src/features/all.ts'
import { addPicture } from '../src/features/media/index.ts'
import { router } from '../src/features/people/index.ts'
import { Conflict, Gone, TooMany, Unacceptable } from '../src/platform/refusals.ts'
import { buildAssets } from '../src/web/assets.ts'
import { serveWeb } from '../src/web/serve.ts'
import { createSite } from '../src/web/site.tsx'
import { aPerson, aRound } from './builders.ts'
import { someId, testApp } from './harness.ts'
import { observatoryScore } from './observatory.ts'
import { signedIn } from './signed-in.ts'

const app = await testApp('2016-02-20T12:00:00Z', { BASE_URL: 'https://network.example' })
const assets = await buildAssets()
const director = await aPerson(app, { role: 'director' })
const editor = await aPerson(app, { role: 'editor' })
let picture = ''

/** What the site answers when a handler throws. */
const planted = router()
planted.get('/planted/409', () => {
  throw new Conflict('round-is-over')
})
planted.get('/planted/410', () => {
  throw new Gone('post-withdrawn')
})
planted.get('/planted/422', () => {
  throw new Unacceptable('backup-not-ours')
})
planted.get('/planted/429', () => {
  throw new TooMany('too-many-notes', 60)
})
planted.get('/planted/500', () => {
  throw new Error('a fault')
})
planted.get('/planted/503', () => {
  throw Object.assign(new Error('a database that is away'), { code: '57P01' })
})
const site = createSite(app, assets, [{ name: 'planted', routes: planted }, ...all])

beforeAll(async () => {
  await aRound(app, { code: '2016A' })
  const image = sharp({ create: { width: 500, height: 300, channels: 3, background: '#2c6b4a' } })
  picture = await addPicture(app, editor, await image.png().toBuffer(), { alt: 'Green' })
})

const always = {
  'X-Content-Type-Options': /^nosniff$/,
  'X-Frame-Options': /^DENY$/,
  'Cross-Origin-Opener-Policy': /^same-origin$/,
  'Cross-Origin-Resource-Policy': /^(same|cross)-origin$/,
  'Permissions-Policy': /^accelerometer=\(\), camera=\(\), geolocation=\(\), .*payment=\(\)/,
  'Referrer-Policy': /^(no-referrer|strict-origin-when-cross-origin)$/,
  'Strict-Transport-Security': /^max-age=63072000; includeSubDomains$/,
  'Cache-Control': /^(no-store|public, max-age=.*|no-cache)$/,
}
/** Of this host and of encrypted connections alone, out of reach of scripts and of other sites' forms. */
const safeCookie =
  /^(__Host-(?=.*; Path=\/;)|__Secure-)(?=.*; HttpOnly)(?=.*; Secure)(?=.*; SameSite=(Lax|Strict))/
const never = ['Server', 'X-Powered-By', 'X-XSS-Protection', 'Access-Control-Allow-Origin']
const ofPolicies = ["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]
const ofOthers = ["form-action 'none'"]
const ofPages = [
  'report-uri /csp-reports',
  "script-src 'self'",
  "style-src 'self'",
  "form-action 'self'",
  'upgrade-insecure-requests',
]

/** What an answer lacks, or has too much of. */
async function faultsOf({ status, headers }: Answer): Promise<string[]> {
  const type = headers.get('Content-Type')
  const policy = (headers.get('Content-Security-Policy') ?? '').split('; ')
  // What has not changed has the policy of the page.
  const parts = type?.startsWith('text/html') || status === 304 ? ofPages : ofOthers
  const hasType = /^(text\/[a-z]+|application\/[a-z+]+); charset=utf-8$|^(image|font)\/|^application\/json$/i
  return [
    ...Object.entries(always)
      .filter(([name, form]) => !form.test(headers.get(name) ?? ''))
      .map(([name]) => `${name}: ${headers.get(name)}`),
    ...never.filter((name) => headers.has(name)),
    ...[...ofPolicies, ...parts].filter((part) => !policy.includes(part)),
    ...(/unsafe|https?:|\*/.test(policy.join()) ? ['a policy that lets much in'] : []),
    ...(type === null ? isEmpty(status) : hasType.test(type) ? [] : [`Content-Type: ${type}`]),
    ...headers
      .getSetCookie()
      .filter((cookie) => !safeCookie.test(cookie))
      .map((cookie) => `a cookie: ${cookie.split('=')[0]}`),
    ...(headers.has('Set-Cookie') && headers.get('Cache-Control') !== 'no-store'
      ? ['kept with a cookie']
      : []),
  ]
}

const isEmpty = (status: number) => ([204, 303, 304].includes(status) ? [] : ['no Content-Type'])

type Answer = Pick<Response, 'status' | 'headers'> & { html: string; what: string }

async function ask(what: string, init: RequestInit = {}): Promise<Answer> {
  const [method = '', path = ''] = what.split(' ')
  const answer = await site.request(path, { method, ...init })
  return { what, status: answer.status, headers: answer.headers, html: await answer.text() }
}

/** Pictures are for mail programs and other sites' cards too, which costs ten points. */
const leastOf = ({ headers }: Answer) =>
  headers.get('Cross-Origin-Resource-Policy') === 'cross-origin' ? 120 : 125

async function faultsIn(answers: Answer[]): Promise<string[]> {
  const found = []
  for (const answer of answers) {
    const score = observatoryScore(answer.headers, answer.html)
    const faults = await faultsOf(answer)
    if (score < leastOf(answer)) faults.push(`a score of ${score}`)
    if (faults.length > 0) found.push(`${answer.what}, ${answer.status}: ${faults.join(', ')}`)
  }
  return found
}

const fromOurPages = { Origin: app.origin, 'Sec-Fetch-Site': 'same-origin' }

function placeOf(_all: string, name: string): string {
  return name === 'code' ? '2016A' : someId()
}

/** What is sent may have ended all sessions. */
const isSignedIn = async () =>
  (await app.db.selectFrom('session').where('personId', '=', director.id).select('id').execute()).length > 0

test('every address answers a visitor and a director with all that protects them', {
  timeout: 120_000,
}, async () => {
  let session = await signedIn(app, director)
  const doors = new Set(
    site.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)(\{[^}]*\})?\??/g, placeOf)}`),
  )

  const answers: Answer[] = []
  for (const door of doors) {
    const isSent = door.startsWith('POST')
    const body = isSent ? new URLSearchParams() : undefined
    answers.push(await ask(door, { body, headers: fromOurPages }))
    answers.push(await ask(door, { body, headers: session }))
    if (isSent && !(await isSignedIn())) session = await signedIn(app, director)
  }

  expect(doors.size).toBeGreaterThan(150)
  expect(await faultsIn(answers)).toEqual([])
})

test('so does every kind of answer', async () => {
  const kept = (await ask('GET /rounds')).headers.get('ETag') ?? ''
  const form = { 'Content-Type': 'application/x-www-form-urlencoded', ...fromOurPages }
  const large = { body: 'x'.repeat(2_000_000), headers: form }
  const other = { headers: { 'Sec-Fetch-Site': 'cross-site' } }

  const answers = await Promise.all([
    ask('GET /rounds'),
    ask('GET /rounds', { headers: { 'If-None-Match': kept } }),
    ask('HEAD /rounds'),
    ask('GET /feed.rss'),
    ask('GET /feed.atom'),
    ask('GET /feed.json'),
    ask('GET /robots.txt'),
    ask('GET /favicon.ico'),
    ask('GET /healthz'),
    ask('GET /version'),
    ask('GET /readyz'),
    ask(`GET ${assets.css}`),
    ask(`GET /media/${picture}/480.webp`),
    ask('GET /office'),
    ask('POST /preferences', { ...other, body: new URLSearchParams() }),
    ask('GET /nowhere'),
    ask('GET /rounds/%00'),
    ask('DELETE /rounds'),
    ask('OPTIONS /rounds'),
    ask('POST /preferences', large),
    ask('GET /rounds', { headers: { Host: 'elsewhere.example' } }),
    ...[409, 410, 422, 429, 500, 503].map((status) => ask(`GET /planted/${status}`)),
  ])

  expect(await faultsIn(answers)).toEqual([])
  expect([...new Set(answers.map(({ status }) => status))].sort()).toEqual([
    200, 303, 304, 403, 404, 405, 409, 410, 413, 421, 422, 429, 500, 503,
  ])
})

/** What the server itself answers to lines that are no request to a site. */
async function asWritten(port: number, lines: string[]): Promise<Answer> {
  const socket = connect(port, '127.0.0.1')
  socket.write([...lines, '', ''].join('\r\n'))
  const whole = await text(socket)
  const [head = '', ...rest] = whole.split('\r\n\r\n')
  const [first = '', ...written] = head.split('\r\n')
  const headers = new Headers(written.map((line) => line.split(/: (.*)/, 2) as [string, string]))
  return { what: lines[0] ?? '', status: Number(first.split(' ')[1]), headers, html: rest.join('\r\n\r\n') }
}

test('what cannot be read as a request is answered alike', async () => {
  const web = await serveWeb({ ...app, config: { ...app.config, host: '127.0.0.1', port: 0 } })
  onTestFinished(() => web.close(0))
  const rest = ['Host: network.example', 'Connection: close']

  const answers = await Promise.all([
    asWritten(web.port, ['GET /rounds HTTP/1.1', ...rest]),
    asWritten(web.port, ['TRACE /rounds HTTP/1.1', ...rest]),
    asWritten(web.port, ['PROPFIND /rounds HTTP/1.1', ...rest]),
    asWritten(web.port, ['BREW /rounds HTTP/1.1', ...rest]),
    asWritten(web.port, ['CONNECT elsewhere.example:443 HTTP/1.1', ...rest]),
    asWritten(web.port, ['GET /rounds HTTP/1.1', ...rest, 'Content-Length: 1', 'Transfer-Encoding: chunked']),
    asWritten(web.port, ['GET /rounds HTTP/1.1', ...rest, `X-Long: ${'x'.repeat(17_000)}`]),
    asWritten(web.port, ['GET /rounds HTTP/1.1', 'Connection: close']),
    asWritten(web.port, ['GET /rounds HTTP/1.1', ...rest, 'Expect: the-unexpected']),
  ])

  expect(answers.map(({ status }) => status)).toEqual([200, 405, 405, 405, 405, 400, 431, 400, 417])
  expect(answers.slice(1, 5).map(({ headers }) => headers.get('Allow'))).toEqual(
    Array(4).fill('GET, HEAD, POST'),
  )
  expect(await faultsIn(answers)).toEqual([])
})

test('an answer that lacks something is noticed', async () => {
  const page = { what: 'a page', status: 200, html: '<script src="//elsewhere.example/a.js"></script>' }
  const headers = new Headers({ 'Content-Type': 'text/html', 'Set-Cookie': 'session=1' })

  const [found = ''] = await faultsIn([{ ...page, headers }])

  expect(found).toContain('X-Frame-Options: null')
  expect(found).toContain("default-src 'none'")
  expect(found).toContain('a cookie: session')
  expect(found).toContain('a score of 0')
})
