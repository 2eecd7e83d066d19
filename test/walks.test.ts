import { beforeAll, expect, test } from 'vitest'
import { all } from '../src/features/all.ts'
import { aRunningRound } from '../src/features/pairings/actions/rematch.builder.ts'
import { router } from '../src/features/people/index.ts'
import { publishTopic } from '../src/features/topics/index.ts'
import { aTopic } from '../src/features/topics/topic.builder.ts'
import { buildAssets } from '../src/web/assets.ts'
import { createSite } from '../src/web/site.tsx'
import { anApplication, aPerson, aRound } from './builders.ts'
import { testApp } from './harness.ts'
import { signedIn } from './signed-in.ts'

const app = await testApp()
const assets = await buildAssets()
type Site = ReturnType<typeof createSite>
type Headers = Record<string, string>

/** Out of a text, out of an attribute, and into a script. */
const hostile = `"'><xss onclick=alert(1)></script>`

let participant: { id: string }

/** A round that runs, with a topic that is public; one to be cleaned; one that is a draft; and mails of them all. */
beforeAll(async () => {
  const { round, people } = await aRunningRound(app)
  participant = people.ana.person
  const editor = await aPerson(app, { role: 'editor', name: 'Ed Moss' })
  await aTopic(app, editor, { code: round.code })
  app.at('2016-03-01T12:00:00Z')
  await publishTopic(app, editor, { code: round.code, number: 1 })
  const next = await aRound(app, { code: '2030A', startsOn: '2016-05-02', endsOn: '2016-08-21' })
  await anApplication(app, next, { name: 'Adisa Obi', acceptedAt: null })
  await anApplication(app, next, { name: 'Adisa Obi', acceptedAt: null })
  await anApplication(app, next, { acceptedAt: null, country: null, countryWritten: 'Atlantis' })
  await anApplication(app, next, { name: 'Hala Said', country: 'EG' })
  await anApplication(app, next, { name: `Mal ${hostile}`, country: 'EG', acceptedAt: null })
  await aRound(app, {
    code: '2030C',
    title: `Round ${hostile}`,
    startsOn: '2016-06-06',
    endsOn: '2016-09-25',
  })
  await aRound(app, { code: '2030B', announcedAt: null })
  app.at('2016-03-01T12:00:00Z')
})

/** Pages of one kind, such as those of single persons or countries, are alike: so many of each are opened. */
const mostOfAKind = 3
const kindOf = (path: string) =>
  path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|(?<=[/=])\d+|(?<=\/countries\/)[A-Z]{2}/g, ':')

/** Every page that can be reached by links from one, with its status, and the page that first led there. */
async function walk(site: Site, from: string, headers: Headers) {
  const seen = new Map([[from, { status: 0, by: '', html: '' }]])
  const opened = new Map<string, number>()
  for (const [path, page] of seen) {
    const times = opened.get(kindOf(path)) ?? 0
    if (times === mostOfAKind) continue
    opened.set(kindOf(path), times + 1)
    const answer = await site.request(path, { headers })
    page.status = answer.status
    page.html = await htmlOf(answer)
    for (const link of linksOn(page.html, answer, path))
      if (!seen.has(link)) seen.set(link, { status: 0, by: path, html: '' })
  }
  return [...seen].map(([path, page]) => ({ path, ...page })).filter(({ status }) => status > 0)
}

const htmlOf = async (answer: Response) =>
  answer.headers.get('Content-Type')?.startsWith('text/html') ? await answer.text() : ''

function linksOn(html: string, answer: Response, path: string): string[] {
  const location = answer.headers.get('Location')
  const hrefs = [...html.matchAll(/<a [^>]*?href="([^"#]*)/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&'),
  )
  return [...hrefs, ...(location ? [location] : [])]
    .map((href) => new URL(href, `${app.origin}${path}`))
    .filter(({ origin, pathname }) => origin === app.origin && !pathname.startsWith('/dev/'))
    .map(({ pathname, search }) => pathname + search)
}

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
  async (_who, from, wish, [atLeast, hostileAtLeast]) => {
    const headers = wish ? await signedIn(app, await aPerson(app, wish)) : {}

    const pages = await walk(createSite(app, assets), from, headers)

    expect(closed(pages)).toEqual([])
    expect(pages.length).toBeGreaterThan(atLeast)
    expect(pages.filter(({ html }) => html.includes('&lt;xss')).length).toBeGreaterThanOrEqual(hostileAtLeast)
    expect(broken(pages)).toEqual([])
  },
)

test('no page leads a participant to a closed door, and their partner and topic are found', async () => {
  const pages = await walk(createSite(app, assets), '/me', await signedIn(app, participant))

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

  expect(broken(await walk(site, '/planted', {}))).toEqual(['/planted'])
})

test('a link to a closed door is noticed', async () => {
  const planted = router()
  planted.get('/planted', (c) =>
    c.html('<a class="x" href="/office/people/new">in</a><a href="/nowhere">out</a>'),
  )
  const site = createSite(app, assets, [{ name: 'planted', routes: planted }, ...all])
  const member = await signedIn(app, await aPerson(app))

  const found = closed(await walk(site, '/planted', member))

  expect(found).toEqual(['/planted leads to /office/people/new: 403', '/planted leads to /nowhere: 404'])
})
