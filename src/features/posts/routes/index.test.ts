import type { Insertable } from 'kysely'
import { expect, test } from 'vitest'
import { aPerson, aRound } from '../../../../test/builders.ts'
import { counting, testApp } from '../../../../test/harness.ts'
import type { Tables } from '../../../db/index.ts'
import { buildAssets } from '../../../web/assets.ts'
import { createSite } from '../../../web/site.tsx'
import { aPicture } from '../../topics/topic.builder.ts'
import { setAuthors } from '../actions/authors.ts'
import { takePostBack } from '../actions/coming-out.ts'
import { movePost } from '../actions/course.ts'

const app = await testApp('2016-02-29T12:00:00Z')
const site = createSite(app, await buildAssets())
const round = await aRound(app)
const author = await aPerson(app, { role: 'editor' })

/** A post, public since its time. */
async function aPost(
  slug: string,
  publishAt: string | null,
  change: Partial<Insertable<Tables['post']>> = {},
) {
  const said = {
    title: `Post ${slug}`,
    summary: `About ${slug}.`,
    body: 'A text.',
    byline: author.name,
    ...change,
  }
  const { id } = await app.db
    .insertInto('post')
    .values({
      ...{ slug, authorId: author.id, roundId: round.id, ...said },
      publishAt: publishAt === null ? null : new Date(publishAt),
      ...{ createdAt: app.now(), updatedAt: app.now() },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await app.db
    .transaction()
    .execute((tx) => setAuthors(app, tx, id, [{ name: said.byline, personId: author.id }]))
}

const page = async (path: string, headers: Record<string, string> = {}) =>
  (await site.request(path, { headers })).text()
const titlesOn = async (path: string) =>
  [...(await page(path)).matchAll(/href="\/posts\/([a-z0-9-]+)"[^>]*><span class="own-words"/g)].map(
    ([, slug]) => slug,
  )

test('before anything is public the front page says what will come', async () => {
  expect(await page('/')).toContain('The first topic is on its way')
})

test('a post appears by its time alone, everywhere at once', async () => {
  await aPost('early', '2016-02-29T11:00:00Z')
  await aPost('on-time', '2016-02-29T13:00:00Z')
  await aPost('draft', null)
  const places = ['/', '/rounds/2016A/posts', '/feed.rss', '/feed.atom', '/feed.json', '/posts/on-time']
  const showing = () => Promise.all(places.map(async (path) => (await page(path)).includes('Post on-time')))

  app.at('2016-02-29T12:59:59Z')
  const before = await showing()
  app.at('2016-02-29T13:00:00Z')
  const after = await showing()

  expect({ before, after }).toEqual({ before: Array(6).fill(false), after: Array(6).fill(true) })
})

test('a draft does not exist for anybody', async () => {
  const answer = await site.request('/posts/draft')

  expect(answer.status).toEqual(404)
  const text = await answer.text()
  expect(text).toContain('There is no such post.')
  expect(text).not.toContain('Post draft')
  expect(await page('/')).not.toContain('draft')
})

test('a post can be kept by anybody on the way, and comes back unchanged', async () => {
  const first = await site.request('/posts/early')
  const again = await site.request('/posts/early', {
    headers: { 'If-None-Match': first.headers.get('ETag') ?? '' },
  })

  expect({
    cache: first.headers.get('Cache-Control'),
    vary: first.headers.get('Vary'),
    cookie: first.headers.get('Set-Cookie'),
    again: again.status,
    same: (await first.text()) === (await page('/posts/early')),
  }).toEqual({
    cache: 'public, max-age=60, stale-while-revalidate=600, stale-if-error=86400',
    vary: 'Accept-Language, Cookie, Accept-Encoding',
    cookie: null,
    again: 304,
    same: true,
  })
})

test('a post leads to the one before and the one after, and to nothing that is not public', async () => {
  await aPost('later', '2016-03-14T09:00:00Z')

  const text = await page('/posts/on-time')

  expect(text).toMatch(/<a href="\/posts\/early" rel="prev">/)
  expect(text).not.toContain('/posts/later')
})

test('a post says who wrote it, how to cite it, and where its feeds are', async () => {
  const text = await page('/posts/early')

  expect(text).toContain('By Ada Okafor')
  expect(text).toContain(
    'Okafor, A. (2016, February 29). Post early. <i>Mentoring network</i>. http://localhost:3000/posts/early',
  )
  expect(text).toContain('<meta name="DC.type" content="blogPost"/>')
  expect(text).toMatch(
    /<meta property="og:image" content="http:\/\/localhost:3000\/posts\/early\/card\.png\?v=/,
  )
  expect(text).toContain('<meta name="citation_publication_date" content="2016/02/29"/>')
  expect(text).toContain('<meta property="og:title" content="Post early"/>')
  expect(text).toContain('<link rel="canonical" href="http://localhost:3000/posts/early"/>')
  expect(text).toContain(
    '<link rel="alternate" type="application/atom+xml" title="Atom 1.0" href="/feed.atom"/>',
  )
})

test('its reference is taken along as a file', async () => {
  const bib = await site.request('/posts/early/reference.bib')

  expect(Object.fromEntries(bib.headers)).toMatchObject({
    'content-disposition': 'attachment; filename="early.bib"',
    'content-type': 'application/x-bibtex; charset=utf-8',
  })
  expect(await bib.text()).toMatch(/^@misc\{okafor2016post,\n {2}author = \{Okafor, Ada\},/)
  expect((await site.request('/posts/early/reference.docx')).status).toBe(404)
  expect((await site.request('/posts/draft/card.png')).status).toBe(404)
})

test('whoever passes it on by Mastodon is led to their own server by a link, never by us', async () => {
  const asked = (server: string) =>
    site.request('/posts/early/mastodon', {
      method: 'POST',
      body: new URLSearchParams({ server }),
      headers: { Origin: app.origin },
    })
  const [known, unknown] = [await asked('@amara@glammr.us'), await asked('my server')]

  expect(await known.text()).toContain('href="https://glammr.us/share?text=Post%20early%0Ahttp')
  expect(unknown.status).toBe(422)
  expect(await unknown.text()).toContain('value="my server"')
})

test('a post that no topic hands in prints its own place in the round, questions and hashtag', async () => {
  const lead = { number: 3, questions: ['What do you see?'], hashtag: '#mydesk' }
  await aPost('of-its-own', '2016-02-28T09:00:00Z', lead)

  const text = await page('/posts/of-its-own')
  const feed = await page('/feed.json')

  expect(text).toContain('>Round 2016A, topic 3</a>')
  expect(text).toContain('<li>What do you see?</li>')
  expect(text).toContain('#mydesk')
  expect(await page('/')).toContain('>Round 2016A, topic 3</a>')
  expect(JSON.parse(feed).items.at(-1).tags).toEqual(['Round 2016A', 'mydesk'])
})

test('a hostile post is printed as text, also in its data', async () => {
  const title = '</script><script>alert(1)</script>'
  await aPost('hostile', '2016-02-29T10:00:00Z', {
    title,
    body: '<img src=x onerror=alert(1)> [x](javascript:y)',
  })

  for (const path of ['/posts/hostile', '/', '/rounds/2016A/posts', '/feed.rss', '/feed.atom', '/feeds']) {
    const text = await page(path)
    expect(text).not.toContain('<script>alert')
    expect(text).not.toContain('<img src=x')
    expect(text).not.toContain('href="javascript:')
  }
  const data = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(await page('/posts/hostile'))?.[1]
  expect(JSON.parse(data ?? '').headline).toEqual(title)
})

test('a post that is changed is printed anew', async () => {
  await page('/posts/early')
  await app.db
    .updateTable('post')
    .set({ body: 'Another text.', revision: 2, updatedAt: new Date('2016-02-29T13:30:00Z') })
    .where('slug', '=', 'early')
    .execute()

  expect(await page('/posts/early')).toContain('<p>Another text.</p>')
})

test('the day of a post is that of the clock of its round', async () => {
  const sydney = await aRound(app, { code: '2014B', zone: 'Australia/Sydney' })
  await aPost('new-year', '2014-12-31T22:00:00Z', { roundId: sydney.id })

  const text = await page('/posts/new-year')

  expect(text).toContain('<time datetime="2014-12-31T22:00:00.000Z">1 January 2015</time>')
  expect(text).toContain('(2015, January 1)')
  expect(text).toContain('<meta name="citation_publication_date" content="2015/01/01"/>')
  expect(await page('/rounds/2014B/posts')).toContain('>1 January 2015</time>')
})

test('only an author who is known by the parts of the name is cited by family name', async () => {
  await aPost('signed-otherwise', '2014-12-30T22:00:00Z', { byline: 'Ada and friends' })

  expect(await page('/posts/signed-otherwise')).toContain('Ada and friends. (2014, December 30)')
})

test('a post that was given another address is found at the old one for ever, also once it is withdrawn', async () => {
  await aPost('old-name', '2014-12-29T22:00:00Z')
  const { id } = await app.db
    .selectFrom('post')
    .select('id')
    .where('slug', '=', 'old-name')
    .executeTakeFirstOrThrow()
  const ask = async (slug: string) => {
    const answer = await site.request(`/posts/${slug}`)
    return [answer.status, answer.headers.get('Location')]
  }

  await movePost(app, author, id, 'A new name')
  await movePost(app, author, id, 'A newer name')
  const moved = [await ask('old-name'), await ask('a-new-name'), await ask('a-newer-name')]
  const below = [
    await ask('old-name/comments?page=2'),
    await ask('old-name/reprint'),
    await ask('nowhere/comments'),
  ]
  const typed = await site.request('/posts/old-name/comments', {
    method: 'POST',
    headers: { Origin: app.origin },
    body: new URLSearchParams({ text: 'Typed long ago.' }),
  })
  const taken = await movePost(app, author, id, 'A new name')
  await takePostBack(app, author, id, 'Its author asked for it.')

  expect(moved).toEqual([
    [301, '/posts/a-newer-name'],
    [301, '/posts/a-newer-name'],
    [200, null],
  ])
  expect(below).toEqual([
    [301, '/posts/a-newer-name/comments?page=2'],
    [301, '/posts/a-newer-name/reprint'],
    [404, null],
  ])
  expect([typed.status, typed.headers.get('Location')]).toEqual([308, '/posts/a-newer-name/comments'])
  expect(taken).toBe('a-new-name')
  expect([await ask('old-name'), await ask('a-new-name')]).toEqual([
    [301, '/posts/a-new-name'],
    [410, null],
  ])
})

test('what is said in another language says in which, on pages and in feeds', async () => {
  const { id: mediaId } = await aPicture(app, author)
  const said = { alt: 'Dos mesas', caption: 'Dos mesas, una carta.', author: 'Sol Ruiz', licence: 'cc0-1.0' }
  await app.db.updateTable('media').set(said).where('id', '=', mediaId).execute()
  app.at('2016-02-29T13:05:00Z')
  await aPost('dos-mesas', '2016-02-29T13:01:00Z', { locale: 'es', mediaId, questions: ['¿Qué ves?'] })
  const words = [
    /<img [^>]*alt="Dos mesas"[^>]* lang="es"/,
    /<span [^>]*lang="es" dir="auto">Dos mesas, una carta\.<\/span>/,
  ]

  const post = await page('/posts/dos-mesas')
  const front = await page('/')
  const entry = JSON.parse(await page('/feed.json')).items.find(({ title }: { title: string }) =>
    title.includes('dos-mesas'),
  )

  for (const one of words) expect(post).toMatch(one)
  for (const one of words) expect(front).toMatch(one)
  expect(post).toContain('<h1 lang="es" dir="ltr">')
  expect(entry.content_html).toMatch(/^<div lang="es" dir="ltr">.*<span lang="en">Picture/s)
  await app.db.deleteFrom('post').where('slug', '=', 'dos-mesas').execute()
})

test('a withdrawn post says so at its address, and is gone from lists and feeds', async () => {
  await aPost('withdrawn', '2016-02-29T12:45:00Z')
  const places = ['/', '/rounds/2016A/posts', '/feed.rss', '/feed.atom', '/feed.json', '/posts/on-time']
  const showing = () => Promise.all(places.map(async (path) => (await page(path)).includes('Post withdrawn')))
  const before = await showing()
  const { id } = await app.db
    .updateTable('post')
    .set({ withdrawnAt: app.now() })
    .where('slug', '=', 'withdrawn')
    .returning('id')
    .executeTakeFirstOrThrow()

  const answer = await site.request('/posts/withdrawn')

  expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([410, 'no-store'])
  const text = await answer.text()
  expect(text).toContain('The editors have withdrawn the post that was here.')
  expect(text).not.toContain('Post withdrawn')
  expect({ before, after: await showing() }).toEqual({
    before: Array(6).fill(true),
    after: Array(6).fill(false),
  })
  expect(await page('/feed.atom')).toContain(`<at:deleted-entry ref="urn:uuid:${id}"`)
})

test('a query of one reader is shown to nobody else', async () => {
  await page('/posts/on-time?from=secret-campaign')

  expect(await page('/posts/on-time')).not.toContain('secret-campaign')
})

test('a page is the same compressed and whole', async () => {
  const zipped = await site.request('/posts/on-time', { headers: { 'Accept-Encoding': 'gzip, br' } })
  const text = new Response(zipped.body?.pipeThrough(new DecompressionStream('gzip')))

  expect(zipped.headers.get('Content-Encoding')).toEqual('gzip')
  expect(await text.text()).toEqual(await page('/posts/on-time'))
})

test('words around a text are in the language of its reader', async () => {
  const arabic = await page('/posts/early', { 'Accept-Language': 'ar' })

  expect(arabic).toContain('<html lang="ar" dir="rtl"')
  expect(arabic).toContain('<h1 lang="en" dir="ltr">Post early</h1>')
})

test('the front page shows twenty posts, newest first, and leads to the rest', async () => {
  for (let number = 1; number <= 20; number += 1) {
    await aPost(`old-${number}`, `2015-10-${String(number).padStart(2, '0')}T09:00:00Z`)
  }

  const first = await titlesOn('/')
  const second = await titlesOn('/?page=2')

  expect(first.slice(0, 4)).toEqual(['on-time', 'early', 'hostile', 'of-its-own'])
  expect([first.length, second]).toEqual([
    20,
    ['old-4', 'old-3', 'old-2', 'old-1', 'new-year', 'signed-otherwise'],
  ])
  expect(await page('/')).toContain('<a class="next" href="/?page=2" rel="next">Older posts</a>')
})

test.each([
  '/?page=0',
  '/?page=3',
  '/?page=x',
  '/?page=-1',
  '/?page=99999999999',
  '/posts/none',
  '/rounds/1999Z/posts',
])('%s is not there', async (path) => {
  expect((await site.request(path)).status).toEqual(404)
})

test.each([
  ['/feed.rss', 'application/rss+xml; charset=utf-8'],
  ['/feed.atom', 'application/atom+xml; charset=utf-8'],
  ['/feed.json', 'application/feed+json; charset=utf-8'],
])('%s says what it is', async (path, type) => {
  const answer = await site.request(path)

  expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, type])
})

test('lists take the same number of queries, however long they are', async () => {
  const queriesOf = async (path: string) => {
    const { count, counted } = counting(app.db)
    await createSite({ ...app, db: counted }, await buildAssets()).request(path)
    return count.asked
  }
  await aRound(app, { code: '2015B' })

  const [one, many] = [await queriesOf('/rounds/2015B/posts'), await queriesOf('/rounds/2016A/posts')]

  expect({ many, some: one > 0 }).toEqual({ many: one, some: true })
})

test('a tag, an author, a country, a language and a round have feeds of their own, and an old address leads on', async () => {
  await aPost('tagged', '2016-02-29T12:30:00Z', { tags: ['Open Access'], locale: 'es' })
  app.at('2016-02-29T13:00:00Z')
  await app.db.updateTable('author').set({ country: 'NG' }).where('name', '=', author.name).execute()
  const slugs = async (path: string) =>
    [...(await page(path)).matchAll(/<link>[^<]*\/posts\/([a-z-]+)</g)].map(([, slug]) => slug)

  expect(await slugs('/tags/open-access/feed.rss')).toEqual(['tagged'])
  expect(await page('/tags/open-access/feed.rss')).toContain('<title>Mentoring network: Open Access</title>')
  expect(await slugs('/languages/es/feed.rss')).toEqual(['tagged'])
  expect(await slugs('/countries/ng/feed.rss')).toContain('tagged')
  expect(await slugs('/authors/ada-okafor/feed.rss')).toContain('tagged')
  expect(await slugs('/rounds/2016A/posts/feed.rss')).toContain('tagged')
  expect((await site.request('/tags/Open%20Access/feed.atom')).headers.get('location')).toBe(
    '/tags/open-access/feed.atom',
  )
  expect((await site.request('/tags/nothing/feed.rss')).status).toBe(404)
  expect((await site.request('/authors/nobody/feed.rss')).status).toBe(404)
  const { headers } = await site.request('/tags/open-access/feed.json')
  const again = await site.request('/tags/open-access/feed.json', {
    headers: { 'If-None-Match': headers.get('etag') ?? '' },
  })
  expect(again.status).toBe(304)
  expect(await page('/feeds')).toContain('href="/tags/open-access/feed.rss"')
})

test('no picture is drawn of a title for which we have no letters', async () => {
  await aPost('thai', '2016-02-29T10:00:00Z', { title: 'ห้องสมุด', locale: 'th' })

  expect(await page('/posts/thai')).not.toContain('card.png')
  expect((await site.request('/posts/thai/card.png')).status).toBe(404)
})

test('a round describes itself to machines, which find the way from its page', async () => {
  const listed = await site.request('/rounds/2016A/posts')
  const answer = await site.request('/rounds/2016A/posts/ro-crate-metadata.json')
  const crate = (await answer.json()) as { '@graph': { '@id': string; hasPart?: { '@id': string }[] }[] }
  const parts = crate['@graph'].find((entity) => entity['@id'] === './')?.hasPart ?? []

  expect(listed.headers.get('Link')).toContain(
    `<${app.origin}/rounds/2016A/posts/ro-crate-metadata.json>; rel="describedby"; type="application/ld+json"`,
  )
  expect(answer.headers.get('Content-Type')).toContain('application/ld+json')
  expect(parts.map((part) => part['@id'])).toContain(`${app.origin}/posts/tagged`)
  expect(parts.map((part) => part['@id'])).not.toContain(`${app.origin}/posts/draft`)
  expect(await titlesOn('/rounds/2016A/posts')).toHaveLength(
    parts.filter((part) => part['@id'].includes('/posts/') && !part['@id'].includes('/feed.')).length,
  )
  await aRound(app, { code: '2017A' })
  expect((await site.request('/rounds/2017A/posts/ro-crate-metadata.json')).status).toBe(404)
})

test('search engines find each post with its picture, by way of robots.txt', async () => {
  const robots = await page('/robots.txt')
  const index = await page('/sitemap.xml')
  const part = await page('/sitemap/posts-1.xml')

  expect(robots).toContain(`Sitemap: ${app.origin}/sitemap.xml`)
  expect(index).toContain(`<loc>${app.origin}/sitemap/posts-1.xml</loc>`)
  expect(part).toContain(`<loc>${app.origin}/posts/tagged</loc>`)
  expect(part).not.toContain('/posts/draft')
  expect(index).toContain(`<loc>${app.origin}/sitemap/archive.xml</loc>`)
  const lists = (await page('/sitemap/archive.xml')).matchAll(/<loc>([^<]*)<\/loc>/g)
  const answers = [...lists].map(async ([, url = '']) => [url, (await site.request(url)).status])
  const told = await Promise.all(answers)
  expect(told.filter(([, status]) => status !== 200)).toEqual([])
  expect(told.map(([url]) => url)).toContain(`${app.origin}/archive`)
  expect((await site.request('/sitemap/posts-2.xml')).status).toBe(404)
})
