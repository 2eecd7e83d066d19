import { expect, test } from 'vitest'
import { aRound } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { setAuthors } from '../actions/authors.ts'
import { type Filter, tagKey, yearIn } from '../filter.ts'
import { listPath } from '../paths.ts'
import { publicAuthor } from './authors.ts'
import { publishedPosts, withdrawnPosts } from './public.ts'
import { newestPosts } from './signed.ts'

const app = await testApp('2016-03-01T12:00:00Z')
const round = await aRound(app, { zone: 'Pacific/Auckland' })

type Wish = { tags?: string[]; locale?: string; fortnight?: number; withdrawnAt?: Date; signed?: string[] }

async function aPost(slug: string, publishAt: string | null, { signed = [], ...wish }: Wish = {}) {
  const { id } = await app.db
    .insertInto('post')
    .values({
      ...{ slug, title: slug, publishAt: publishAt === null ? null : new Date(publishAt), ...wish },
      ...{ roundId: round.id, createdAt: app.now(), updatedAt: app.now() },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await app.db.transaction().execute((tx) =>
    setAuthors(
      app,
      tx,
      id,
      signed.map((name) => ({ name })),
    ),
  )
}

await aPost('first', '2014-12-31T12:00:00Z', { tags: ['Open  Access'], fortnight: 1, signed: ['Zoë Ølund'] })
await aPost('second', '2015-06-01T12:00:00Z', { tags: ['open access', 'Desks'], locale: 'ar', fortnight: 1 })
await aPost('third', '2015-12-31T11:00:00Z', { signed: ['Zoë Ølund', 'ليلى حداد'], fortnight: 2 })
await aPost('taken-back', '2015-07-01T12:00:00Z', { withdrawnAt: app.now(), tags: ['open access'] })
await aPost('to-come', '2016-03-01T12:00:01Z', { tags: ['open access'], signed: ['Nobody Yet'] })
await aPost('draft', null, { tags: ['open access'] })
await app.db.updateTable('author').set({ country: 'DK' }).where('slug', '=', 'zoe-olund').execute()

const slugsOf = async (filter: Filter) => {
  const listed = (await publishedPosts(app.db, app.now(), filter, 1)).posts.map(({ slug }) => slug)
  const fed = (await newestPosts(app.db, app.now(), filter)).posts.map(({ slug }) => slug)
  expect(fed).toEqual(listed)
  return listed
}

test('pages and feeds name the same posts, the newest first, whatever is asked for', async () => {
  expect(await slugsOf({})).toEqual(['third', 'second', 'first'])
  expect(await slugsOf({ round: round.code })).toEqual(['third', 'second', 'first'])
  expect(await slugsOf({ round: '1999A' })).toEqual([])
  expect(await slugsOf({ round: round.code, topic: 1 })).toEqual(['second', 'first'])
  expect(await slugsOf({ tag: 'OPEN-access' })).toEqual(['second', 'first'])
  expect(await slugsOf({ author: 'zoe-olund' })).toEqual(['third', 'first'])
  expect(await slugsOf({ author: 'lyla-hdad' })).toEqual(['third'])
  expect(await slugsOf({ country: 'DK' })).toEqual(['third', 'first'])
  expect(await slugsOf({ locale: 'ar' })).toEqual(['second'])
  expect(await slugsOf({ tag: 'open-access', locale: 'ar', year: 2015 })).toEqual(['second'])
  expect((await withdrawnPosts(app.db, { tag: 'desks' })).length).toBe(0)
  expect((await withdrawnPosts(app.db, { tag: 'open-access' })).length).toBe(1)
})

test('a year is that of the clock of the round', async () => {
  expect(await slugsOf({ year: 2014 })).toEqual([])
  expect(await slugsOf({ year: 2015 })).toEqual(['second', 'first'])
  expect(await slugsOf({ year: 2016 })).toEqual(['third'])
})

test('a page says how many there are, and there is none after the last', async () => {
  const { page, pages, count } = await publishedPosts(app.db, app.now(), { tag: 'desks' }, 1)

  expect({ page, pages, count }).toEqual({ page: 1, pages: 1, count: 1 })
  await expect(publishedPosts(app.db, app.now(), { tag: 'desks' }, 2)).rejects.toEqual(
    new NotFound('no-such-list-page'),
  )
})

test('what is under a tag follows its posts at once, and a post that spells it in two ways is there once', async () => {
  const at = (slug: string) => app.db.updateTable('post').where('slug', '=', slug)
  await aPost('cats', '2012-05-01T12:00:00Z', { tags: ['Cats', 'cats'] })
  await aPost('dogs', '2012-06-01T12:00:00Z', { tags: ['Dogs'] })
  const first = await slugsOf({ tag: 'cats' })
  const { count } = await publishedPosts(app.db, app.now(), { tag: 'cats' }, 1)
  await at('dogs')
    .set({ tags: ['CATS'] })
    .execute()
  const joined = await slugsOf({ tag: 'cats' })
  await at('cats')
    .set({ publishAt: new Date('2012-07-01T12:00:00Z') })
    .execute()
  const moved = await slugsOf({ tag: 'cats' })
  await at('cats').set({ withdrawnAt: app.now() }).execute()
  const without = await slugsOf({ tag: 'cats' })
  await at('dogs').set({ publishAt: null }).execute()

  expect([first, count, joined]).toEqual([['cats'], 1, ['dogs', 'cats']])
  expect([moved, without, await slugsOf({ tag: 'cats' })]).toEqual([['cats', 'dogs'], ['dogs'], []])
  await app.db.deleteFrom('post').where('slug', 'in', ['cats', 'dogs']).execute()
})

test('an author has an address once something they signed is public', async () => {
  const { id: _, ...author } = await publicAuthor(app.db, app.now(), 'zoe-olund')

  expect(author).toEqual({ name: 'Zoë Ølund', slug: 'zoe-olund', country: 'DK', about: '', orcid: null })
  await expect(publicAuthor(app.db, app.now(), 'nobody-yet')).rejects.toEqual(new NotFound('no-such-author'))
  await expect(publicAuthor(app.db, app.now(), 'nobody')).rejects.toEqual(new NotFound('no-such-author'))
})

test('tags, years and lists are spelled in addresses', () => {
  expect(tagKey('Open  Access / OER')).toBe('open-access-oer')
  expect([yearIn('2015'), yearIn('15'), yearIn('2015.5')]).toEqual([2015, null, null])
  expect([listPath({}), listPath({ tag: 'مكتبات عامة' }), listPath({ round: '2016A', topic: 2 })]).toEqual([
    '/',
    '/tags/%D9%85%D9%83%D8%AA%D8%A8%D8%A7%D8%AA-%D8%B9%D8%A7%D9%85%D8%A9',
    '/rounds/2016A/posts/2',
  ])
  expect(
    [{ author: 'zoe' }, { country: 'DK' }, { year: 2015 }, { locale: 'ar' }, { round: '2016A' }].map(
      listPath,
    ),
  ).toEqual(['/authors/zoe', '/countries/dk', '/years/2015', '/languages/ar', '/rounds/2016A/posts'])
})

test('a feed goes on, part by part, to the first post', async () => {
  const many = Array.from({ length: 41 }, (_, at) => ({
    ...{ slug: `many-${at + 1}`, title: 'One of many', tags: ['many'], createdAt: app.now() },
    ...{ publishAt: new Date(Date.UTC(2013, 0, 1 + at)), updatedAt: app.now() },
  }))
  await app.db.insertInto('post').values(many).execute()

  const parts = []
  for (let page = 1; page === parts.length + 1; page += parts.at(-1)?.hasOlder ? 1 : 0)
    parts.push(await newestPosts(app.db, app.now(), { tag: 'many' }, page))

  expect(parts.map(({ posts }) => posts.length)).toEqual([20, 20, 1])
  expect(parts.flatMap(({ posts }) => posts).map(({ slug }) => slug)).toEqual(
    many.map(({ slug }) => slug).reverse(),
  )
})
