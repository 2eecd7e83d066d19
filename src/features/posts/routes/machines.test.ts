import { expect, test } from 'vitest'
import { aRound } from '../../../../test/builders.ts'
import { aBlog } from './blog.builder.ts'

const { app, site, author, aPost, page, titlesOn } = await aBlog()

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

test('a round describes itself to machines, which find the way from its page', async () => {
  await aPost('draft', null)

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
