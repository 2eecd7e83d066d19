import { expect, test } from 'vitest'
import { aRound } from '../../../../test/builders.ts'
import { counting } from '../../../../test/harness.ts'
import { buildAssets } from '../../../web/assets.ts'
import { createSite } from '../../../web/site.tsx'
import { takePostBack } from '../actions/coming-out.ts'
import { movePost } from '../actions/course.ts'
import { aBlog } from './blog.builder.ts'

const { app, site, author, aPost, page, titlesOn } = await aBlog()

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

  expect(first.slice(0, 4)).toEqual(['on-time', 'early', 'old-20', 'old-19'])
  expect([first.length, second]).toEqual([20, ['old-2', 'old-1', 'new-year']])
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
