import { beforeAll, expect, test } from 'vitest'
import { all } from '../src/features/all.ts'
import { router } from '../src/features/people/index.ts'
import { buildAssets } from '../src/web/assets.ts'
import { createSite } from '../src/web/site.tsx'
import { aPerson } from './builders.ts'
import { counting, testApp } from './harness.ts'
import { signedIn } from './signed-in.ts'
import { aNetworkToWalk, walk } from './walked.ts'

const app = await testApp()
const assets = await buildAssets()

/** Out of a text, out of an attribute, and into a script. */
const hostile = `"'><xss onclick=alert(1)></script>`

let participant: { id: string }

beforeAll(async () => {
  participant = await aNetworkToWalk(app, hostile)
})

const closed = (pages: Awaited<ReturnType<typeof walk>>) =>
  pages
    .filter(({ status }) => status === 403 || status === 404 || status >= 500)
    .map(({ path, status, by }) => `${by} leads to ${path}: ${status}`)

/** Pages on which what someone typed has become a part of the page. */
const broken = (pages: Pick<Awaited<ReturnType<typeof walk>>[number], 'path' | 'html'>[]) =>
  pages.filter(({ html }) => html.includes('<xss')).map(({ path }) => path)

test.each([
  ['a visitor', '/', null, [5, 0]],
  ['a member', '/me', {}, [8, 0]],
  ['an ambassador', '/office', { role: 'ambassador', country: 'EG' }, [12, 0]],
  ['an editor', '/office', { role: 'editor' }, [15, 0]],
  ['a coordinator', '/office', { role: 'coordinator' }, [50, 6]],
  ['a director', '/office', { role: 'director' }, [50, 6]],
] as const)(
  'no page leads %s to a closed door, or is broken by what someone typed',
  // Hundreds of pages, one after the other.
  { timeout: 180_000 },
  async (_who, from, wish, [atLeast, hostileAtLeast]) => {
    const headers = wish ? await signedIn(app, await aPerson(app, wish)) : {}

    const pages = await walk(app, createSite(app, assets), from, headers)

    expect(closed(pages)).toEqual([])
    expect(pages.length).toBeGreaterThan(atLeast)
    expect(pages.filter(({ html }) => html.includes('&lt;xss')).length).toBeGreaterThanOrEqual(hostileAtLeast)
    expect(broken(pages)).toEqual([])
  },
)

test('no page leads a participant to a closed door, and their partner and topic are found', async () => {
  const pages = await walk(app, createSite(app, assets), '/me', await signedIn(app, participant))

  expect(closed(pages)).toEqual([])
  expect(pages.map(({ path }) => path)).toEqual(expect.arrayContaining(['/me/partner', '/me/settings']))
})

test.each([
  ['coordinator', 'ana', ['People', 'Emails', 'Applications', 'Pairs']],
  ['coordinator', 'getting to', ['Emails', 'Posts', 'Topics']],
  ['editor', 'getting to', ['Posts', 'Topics']],
  ['ambassador', 'getting to', ['Posts']],
  ['ambassador', 'ana', []],
] as const)('what the search finds a %s by “%s” can be opened', async (role, text, kinds) => {
  const site = createSite(app, assets)
  const headers = await signedIn(
    app,
    await aPerson(app, { role, name: 'Una Wood', country: countryOf(role) }),
  )

  const html = await (await site.request(`/office/search?q=${encodeURIComponent(text)}`, { headers })).text()
  const found = [...html.matchAll(/<ul class="found">(.*?)<\/ul>/gs)].map(([list]) => list).join('')
  const hrefs = [...found.matchAll(/<li><a href="([^"]+)"><bdi>/g)].map(([, href = '']) => href)
  const statuses = await Promise.all(
    hrefs.map(async (href) => (await site.request(href, { headers })).status),
  )

  expect([...html.matchAll(/<h2>(\w+)<\/h2><ul class="found">/g)].map(([, kind]) => kind)).toEqual(kinds)
  expect(new Set(statuses)).toEqual(new Set(kinds.length > 0 ? [200] : []))
})

const countryOf = (role: string) => (role === 'ambassador' ? 'EG' : undefined)

test('a page that is broken by what someone typed is noticed', async () => {
  const planted = router()
  planted.get('/planted', (c) => c.html(`<p>${hostile}</p>`))
  const site = createSite(app, assets, [{ name: 'planted', routes: planted }, ...all])

  expect(broken(await walk(app, site, '/planted', {}))).toEqual(['/planted'])
})

test('a link to a closed door is noticed', async () => {
  const planted = router()
  planted.get('/planted', (c) =>
    c.html('<a class="x" href="/office/people/new">in</a><a href="/nowhere">out</a>'),
  )
  const site = createSite(app, assets, [{ name: 'planted', routes: planted }, ...all])
  const member = await signedIn(app, await aPerson(app))

  const found = closed(await walk(app, site, '/planted', member))

  expect(found).toEqual(['/planted leads to /office/people/new: 403', '/planted leads to /nowhere: 404'])
})

test('of one round the desk tells what it tells of it among all, and its numbers are asked of that round alone', async () => {
  const director = await aPerson(app, { role: 'director' })
  const { counted, count } = counting(app.db)
  const rounds = await app.db.selectFrom('round').select('code').orderBy('code').execute()
  const told = async (code?: string) =>
    (
      await Promise.all(
        all.map(({ deskOfRounds }) => deskOfRounds?.(counted, director, app.now(), code) ?? []),
      )
    ).flat()
  const whole = await told()
  const askedOfAll = count.asked

  for (const { code } of rounds) {
    count.asked = 0
    const ofOne = (await told(code)).filter(({ round }) => round?.code === code)

    expect(ofOne).toEqual(whole.filter(({ round }) => round?.code === code))
    expect(count.asked).toBeLessThan(askedOfAll / 1.5)
  }
  expect(new Set(whole.map(({ round }) => round?.code)).size).toBeGreaterThan(2)
})
