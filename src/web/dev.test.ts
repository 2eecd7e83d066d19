import { expect, test } from 'vitest'
import { fromElsewhere, fromThisMachine, letIn } from '../../test/dev.ts'
import { testApp } from '../../test/harness.ts'
import { readConfig } from '../platform/config.ts'
import { buildAssets } from './assets.ts'
import { newDevKey } from './dev-key.ts'
import { createSite } from './site.tsx'

const app = await testApp('2016-02-20T12:00:00Z', { MAIL_TRANSPORT: 'page' })
const assets = await buildAssets()

function aSite() {
  const key = newDevKey()
  const site = createSite(app, assets, undefined, { devKey: key })
  const ask = (path: string, headers: Record<string, string> = {}, env: object = fromThisMachine) =>
    site.request(path, { headers }, env)
  return { site, ask, key }
}

/** Every page under /dev, with something in the place of its names. */
const pagesOf = ({ site }: ReturnType<typeof aSite>) =>
  new Set(
    site.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/dev/') && !path.includes('/open/'))
      .map(({ path }) => path.replace(/:\w+/, '7d0b5a7e-57b6-4f0e-9f0a-3b8d1f3f2a10')),
  )

const cookieOf = (answer: Response) => answer.headers.get('Set-Cookie')?.split(';')[0] ?? ''

test('the printed address lets one browser in, once', async () => {
  const { ask, key } = aSite()

  const first = await ask(key.path)
  const second = await ask(key.path)
  const known = await ask(key.path, { Cookie: cookieOf(first) })
  const mails = await ask('/dev/mail', { Cookie: cookieOf(first) })

  expect([first.status, first.headers.get('Location')]).toEqual([303, '/dev/mail'])
  expect(first.headers.get('Set-Cookie')).toMatch(/^twinleaf_dev=[^;]+; Path=\/dev; HttpOnly; SameSite=Lax$/)
  expect([second.status, cookieOf(second)]).toEqual([403, ''])
  expect(await second.text()).toContain('This address works once.')
  expect([known.status, mails.status]).toEqual([303, 200])
})

test('an address that only looks like it, or a mere look at its head, uses nothing up', async () => {
  const { site, ask, key } = aSite()

  const guessed = await ask(`/dev/open/${'x'.repeat(32)}`)
  const head = await site.request(key.path, { method: 'HEAD' }, fromThisMachine)
  const first = await ask(key.path)

  expect([guessed.status, head.status, first.status]).toEqual([403, 403, 303])
})

test('every page is closed to a browser that was not let in, and says what to do', async () => {
  const site = aSite()

  const answers = await Promise.all([...pagesOf(site)].map((path) => site.ask(path)))

  expect(answers.length).toBeGreaterThan(4)
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([403]))
  expect(await answers[0]?.text()).toContain('Open the address that was printed when the site started.')
})

test.each<[string, object, Record<string, string>]>([
  ['another machine', fromElsewhere, {}],
  ['a socket that nobody knows', {}, {}],
  ['a proxy on this machine', fromThisMachine, { 'X-Forwarded-For': '127.0.0.1' }],
  ['a proxy that names itself', fromThisMachine, { Via: '1.1 proxy' }],
  ['another machine that says it is this one', fromElsewhere, { Host: 'localhost:3000' }],
])('for %s there are no such pages, pass or not', async (_who, env, headers) => {
  const site = aSite()
  const paths = [...pagesOf(site), site.key.path]

  const answers = await Promise.all(paths.map((path) => site.ask(path, { ...letIn(app), ...headers }, env)))

  expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 404))
})

test('a pass that was tampered with, is of another site, or is older than a week lets nobody in', async () => {
  const { ask } = aSite()
  const { Cookie = '' } = letIn(app)
  const others = letIn({ ...app, config: { ...app.config, secret: 'another secret, thirty-two characters' } })
  const open = async (cookie: string) => (await ask('/dev/ui', { Cookie: cookie })).status

  const fresh = await open(Cookie)
  const later = Cookie.replace(/=(\d)/, (_all, digit) => `=${Number(digit) + 1}`)
  const refused = [await open(later), await open(others.Cookie ?? ''), await open('twinleaf_dev=.')]
  app.at('2016-02-27T12:00:01Z')
  const old = await open(Cookie)
  app.at('2016-02-20T12:00:00Z')

  expect([fresh, ...refused, old]).toEqual([200, 403, 403, 403, 403])
})

test('on a public site there are no such pages for anybody', async () => {
  const config = readConfig({ ...secretly, BASE_URL: 'https://network.example', MAIL_TRANSPORT: 'spool' })
  const site = createSite({ ...app, config, origin: config.origin }, assets)
  const headers = { ...letIn(app), Host: 'network.example' }

  const answers = await Promise.all(
    ['/dev/ui', '/dev/mail'].map((path) => site.request(path, { headers }, fromThisMachine)),
  )

  expect(answers.map(({ status }) => status)).toEqual([404, 404])
})

const secretly = { SECRET: app.config.secret }
