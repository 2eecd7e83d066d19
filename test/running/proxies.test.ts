import { readFile } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { all } from '../../src/features/all.ts'
import { root } from '../../src/platform/root.ts'
import { requestLimits } from '../../src/web/limits.ts'
import { serveWeb } from '../../src/web/serve.ts'
import { testApp } from '../harness.ts'
import { ask, isAgreed } from './ask.ts'
import { type ProxyName, programs, siteName, startProxy } from './proxy.ts'

const app = await testApp('2016-02-20T12:00:00Z', {
  BASE_URL: `https://${siteName}`,
  HOST: '127.0.0.1',
  TRUSTED_PROXIES: '127.0.0.1',
})

/** A site behind that proxy. */
async function aSiteBehind(proxy: ProxyName) {
  const web = await serveWeb({ ...app, config: { ...app.config, port: 0 } })
  onTestFinished(() => web.close(0))
  return { web, door: await startProxy(proxy, web.port) }
}

/** Answers two at once, and one alone only when no second has come for some seconds. @returns its port */
async function aSiteThatWaitsForTwo(): Promise<number> {
  const waiting: ServerResponse[] = []
  const answer = (said: string) => {
    for (const one of waiting.splice(0)) one.end(said)
  }
  const site = createServer((asked, answered) => {
    if (asked.url === '/healthz') return void answered.end()
    answered.setHeader('Cache-Control', 'no-store')
    waiting.push(answered)
    if (waiting.length === 2) answer('together')
    // Less than nginx would let the second wait for the first, if it did.
    else setTimeout(answer, 4_000, 'alone').unref()
  })
  await new Promise<void>((done) => site.listen(0, '127.0.0.1', done))
  onTestFinished(() => void site.close())
  return (site.address() as AddressInfo).port
}

const form = (email: string) => new URLSearchParams({ email }).toString()

for (const proxy of ['nginx', 'caddy'] as const)
  describe.runIf(programs[proxy])(`behind ${proxy}`, () => {
    test('a page comes over HTTP/2, from IPv4 and IPv6, and says to come back by https', async () => {
      const { door } = await aSiteBehind(proxy)

      const answers = await Promise.all(['127.0.0.1', '::1'].map((at) => ask(door, '/', { at })))

      const security = 'max-age=63072000; includeSubDomains'
      expect(
        answers.map(({ protocol, status, headers }) => [
          protocol,
          status,
          headers['strict-transport-security'],
        ]),
      ).toEqual([
        ['h2', 200, security],
        ['h2', 200, security],
      ])
      const [weak, old] = [
        { maxVersion: 'TLSv1.2' },
        { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1' },
      ] as const
      const asked = [
        { ...weak, ciphers: 'ECDHE+AESGCM' },
        { ...weak, ciphers: 'ECDHE-ECDSA-AES128-SHA:ECDHE-RSA-AES128-SHA:AES128-GCM-SHA256:AES128-SHA' },
        { ...old, ciphers: 'DEFAULT@SECLEVEL=0' },
      ]
      expect(await Promise.all(asked.map((how) => isAgreed(door, how)))).toEqual([true, false, false])
    })

    test('the site learns who asks, whatever they say of themselves', async () => {
      const { door } = await aSiteBehind(proxy)
      const asks = (from: string, claim: string, at = '127.0.0.1') =>
        ask(door, '/sign-in', {
          body: form(`${claim.replaceAll(/[.:]/g, '-')}@library.example`),
          headers: { 'x-forwarded-for': claim },
          from,
          at,
        })

      const first = await asks('127.0.0.2', '198.51.100.1')
      await asks('127.0.0.2', '127.0.0.1')
      await asks('127.0.0.3', '198.51.100.3')
      await asks('::1', '198.51.100.4', '::1')

      const rows = await app.db.deleteFrom('signInRequest').returning('networkHash').execute()
      const [one, two, three, four] = rows.map(({ networkHash }) => networkHash.toString('hex'))
      expect(first.status).toBe(303)
      expect(two).toBe(one)
      expect(new Set([one, three, four]).size).toBe(3)
    })

    test('a form that is too large is refused, and a file is for the site to judge', async () => {
      const { door } = await aSiteBehind(proxy)
      const larger = (megabytes: number) => Buffer.alloc(megabytes * 1024 * 1024 + 1, 'a')

      const form = await ask(door, '/sign-in', { body: larger(1) })
      const file = await ask(door, '/office/rounds/2016A/applications/import', { body: larger(2) })

      expect(form.status).toBe(413)
      expect([file.status, file.headers.location]).toEqual([303, expect.stringContaining('/sign-in')])
    })

    test('a site that is away is a page that says when to come back', async () => {
      const { web, door } = await aSiteBehind(proxy)
      await web.close(0)

      const { status, headers, text } = await ask(door, '/sign-in', { body: form('ada@library.example') })

      expect([status, headers['retry-after'], headers['content-type']]).toEqual([
        503,
        '30',
        expect.stringContaining('text/html'),
      ])
      expect(text).toContain('Back in a moment')
    })
  })

test('each proxy lets go of an idle connection before the site does, and sends no form into one that is shut', async () => {
  const recipes = await Promise.all(
    ['nginx.conf', 'Caddyfile'].map((name) => readFile(join(root, 'deploy', name), 'utf8')),
  )

  const idle = recipes.map((recipe) => Number(/^\s*keepalive(?:_timeout)? (\d+)s;?$/m.exec(recipe)?.[1]))

  expect(idle.map((seconds) => seconds * 1_000 < requestLimits.keepAliveTimeout)).toEqual([true, true])
})

describe.runIf(programs.nginx)('nginx keeps public pages', () => {
  test('one that was read before is there while the site is away, in the language asked for', async () => {
    const { web, door } = await aSiteBehind('nginx')
    const inSpanish = { headers: { 'accept-language': 'es' } }
    const before = await ask(door, '/', inSpanish)

    await web.close(0)
    const after = await ask(door, '/', inSpanish)
    const other = await ask(door, '/', { headers: { 'accept-language': 'ar' } })

    expect(before.headers['cache-control']).toMatch(/^public/)
    expect([after.status, after.text]).toEqual([200, before.text])
    expect(other.status).toBe(503)
  })

  test('a reader with a cookie of ours neither gets nor leaves one', async () => {
    const { web, door } = await aSiteBehind('nginx')
    const cookie = { headers: { cookie: '__Host-twinleaf_pref=es.dark' } }

    const own = await ask(door, '/', cookie)
    const all = await ask(door, '/')
    const again = await ask(door, '/', cookie)
    await web.close(0)
    const away = await ask(door, '/', cookie)

    expect(own.text).toContain('lang="es"')
    expect(all.text).toContain('lang="en"')
    expect(again.text).toContain('lang="es"')
    expect(away.status).toBe(503)
  })

  test('who asks for a page that may not be kept does not wait for somebody else’s', async () => {
    const door = await startProxy('nginx', await aSiteThatWaitsForTwo())

    const answers = await Promise.all([ask(door, '/rounds/2016B/apply'), ask(door, '/rounds/2016B/apply')])

    expect(answers.map(({ text }) => text)).toEqual(['together', 'together'])
  })

  test('every address that takes files has a way for them', async () => {
    const recipe = await readFile(join(root, 'deploy/nginx.conf'), 'utf8')
    const [, ways = ''] = /location ~ (\S+) \{\s*client_max_body_size 0;/.exec(recipe) ?? []

    const files = all.flatMap(({ largestBody }) => largestBody ?? [])

    // nginx gathers what the features say one by one: first of the office, then of everyone's pages.
    const gathered = files.map(({ at }) => at.source.replaceAll('\\/', '/').replace('^/', ''))
    const office = gathered.flatMap((way) => (way.startsWith('office/') ? [way.slice(7)] : []))
    const others = gathered.filter((way) => !way.startsWith('office/'))
    expect(ways).toBe(`^/(office/(${office.sort().reverse().join('|')})|${others.sort().join('|')})`)
  })
})

test.runIf(programs.nginx)(
  'nginx leads people to https, and neither a monitor with its token nor a certificate',
  async () => {
    const { door } = await aSiteBehind('nginx')
    const plain = async (path: string) => {
      const answer = await fetch(`http://127.0.0.1:${door.plain}${path}`, { redirect: 'manual' })
      return [answer.status, answer.headers.get('Location')]
    }

    expect([
      await plain('/rounds?page=2'),
      await plain('/metrics'),
      await plain('/.well-known/acme-challenge/unknown'),
    ]).toEqual([
      [301, `https://${siteName}/rounds?page=2`],
      [403, null],
      [404, null],
    ])
  },
)

describe.runIf(programs.caddy)('Caddy waits', () => {
  test('a request that comes while the site starts again is answered by it', async () => {
    const { web, door } = await aSiteBehind('caddy')
    await web.close(0)

    const asked = ask(door, '/sign-in')
    const again = await serveWeb({ ...app, config: { ...app.config, port: web.port } })
    onTestFinished(() => again.close(0))

    expect((await asked).status).toBe(200)
  })
})
