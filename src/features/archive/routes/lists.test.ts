import { expect, test } from 'vitest'
import { aRound } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import { buildAssets } from '../../../web/assets.ts'
import { createSite } from '../../../web/site.tsx'
import { indexPosts } from '../actions/indexing.ts'
import { aPublishedPost } from '../archive.builder.ts'

const app = await testApp('2016-03-01T12:00:00Z')
const site = createSite(app, await buildAssets())
const round = await aRound(app, { code: '2015A', zone: 'Australia/Sydney' })
const inRound = { roundId: round.id, fortnight: 2 }
const day = (on: string) => new Date(`${on}T09:00:00Z`)

async function read(path: string) {
  const answer = await site.request(path)
  const html = (await answer.text()).replaceAll(/\s+/g, ' ')
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  const posts = [...new Set([...main.matchAll(/href="\/posts\/([^"/]+)"/g)].map(([, slug]) => slug))]
  return { status: answer.status, main, posts, to: answer.headers.get('location') }
}

test('an archive without posts says what will be there', async () => {
  expect((await read('/archive')).main).toContain('Nothing has come out yet')
})

test('posts are found by subject, person, country, year, month and language, each door with its count', async () => {
  await aPublishedPost(app, { slug: 'guest', part: 'guest', publishAt: day('2015-03-20'), ...inRound })
  await aPublishedPost(app, {
    ...{ slug: 'games', title: 'Games in libraries', part: 'lead', publishAt: day('2015-03-15'), ...inRound },
    tags: ['Gamification', 'public libraries'],
  })
  await aPublishedPost(app, { slug: 'start', roundId: round.id, fortnight: 1, publishAt: day('2015-03-01') })
  await aPublishedPost(app, {
    ...{ slug: 'juegos', title: 'Games again', locale: 'es', byline: 'Sol Ruiz', tags: ['gamification'] },
    publishAt: new Date('2015-12-31T23:30:00Z'),
  })
  await app.db
    .updateTable('author')
    .set({ country: 'PE', about: 'Runs a reading room.' })
    .where('name', '=', 'Sol Ruiz')
    .execute()
  await indexPosts(app)

  const pages = [
    '/tags/gamification',
    '/authors/sol-ruiz',
    '/countries/pe',
    '/years/2015',
    '/years/2015/3',
    '/languages/es',
  ]
  const lists = await Promise.all(pages.map(read))

  expect(lists.map(({ posts }) => posts)).toEqual([
    ['juegos', 'games'],
    ['juegos'],
    ['juegos'],
    ['juegos', 'guest', 'games', 'start'],
    ['guest', 'games', 'start'],
    ['juegos'],
  ])
  expect(lists[1]?.main).toMatch(/Peru<span[^>]*>Runs a reading room\.<\/span>/)
  const { main } = await read('/archive')
  expect(main).toContain('<a href="/tags/gamification">')
  for (const door of [
    '/rounds/2015A/posts',
    '/authors/amara-okafor',
    '/countries/pe',
    '/years/2015',
    '/languages/es',
  ])
    expect(main).toContain(`<a href="${door}">`)
})

test('a post of two authors who write from one country is behind its door once', async () => {
  const tara = await aPublishedPost(app, { slug: 'tara', byline: 'Tara Nui', publishAt: day('2015-05-01') })
  const hemi = await aPublishedPost(app, { slug: 'hemi', byline: 'Hemi Rangi', publishAt: day('2015-05-02') })
  await app.db
    .updateTable('author')
    .set({ country: 'NZ' })
    .where('name', 'in', ['Tara Nui', 'Hemi Rangi'])
    .execute()
  await app.db
    .insertInto('postAuthor')
    .columns(['postId', 'place', 'authorId'])
    .expression((eb) =>
      eb
        .selectFrom('author')
        .where('name', '=', 'Hemi Rangi')
        .select((own) => [own.val(tara).as('postId'), own.lit(2).as('place'), 'id']),
    )
    .execute()

  const { main } = await read('/archive')
  expect(main).toMatch(/New Zealand<\/a> <span class="count">2</)
  await app.db.deleteFrom('post').where('id', 'in', [tara, hemi]).execute()
})

test('a list of nothing is no page, and a subject has one spelling', async () => {
  const none = [
    '/tags/none',
    '/authors/nobody',
    '/countries/zz',
    '/years/1999',
    '/years/2015/13',
    '/years/2015/00',
    '/years/2015/012',
    '/languages/xx',
    '/rounds/2015A/posts/9',
  ]
  const asked = await Promise.all([...none, '/years/2015?page=2'].map(read))

  expect(asked.map(({ status }) => status)).toEqual(asked.map(() => 404))
  for (const { main } of asked)
    expect(main).toContain('You find all posts in the archive.</p><p><a href="/archive">Archive</a></p>')
  expect((await read('/archives')).main).not.toContain('href="/archive"')
  expect(await read('/years/2015/03')).toMatchObject({ status: 301, to: '/years/2015/3' })
  expect(await read('/tags/Public%20Libraries')).toMatchObject({ status: 301, to: '/tags/public-libraries' })
})

test('a topic shows all that came out about it, its lead first, and leads to the topics around it', async () => {
  const { posts, main } = await read('/rounds/2015A/posts/2')

  expect(posts).toEqual(['games', 'guest'])
  expect(main).toContain('href="/rounds/2015A/posts/1" rel="prev"')
  expect(main).not.toContain('rel="next"')
})

test('below a post stand the others of its topic and what came out on the same subject', async () => {
  const { main } = await read('/posts/games')
  const below = main.slice(main.indexOf('id="on-topic"'))

  expect(below).toContain('<strong aria-current="page">')
  expect([...below.matchAll(/href="\/posts\/([^"/#]+)"/g)].map(([, slug]) => slug)).toEqual([
    'guest',
    'juegos',
  ])
})

test('a kept page leads on to what came out since, once the search knows it', async () => {
  await aPublishedPost(app, { slug: 'quiet', title: 'Quiet rooms' })
  await indexPosts(app)
  const leads = async () => {
    const [, below = ''] = (await read('/posts/quiet')).main.split('id="on-subject"')
    return below.includes('href="/posts/quieter"')
  }
  await aPublishedPost(app, { slug: 'quieter', title: 'Rooms that are quiet' })
  const before = await leads()
  await indexPosts(app)

  expect([before, await leads()]).toEqual([false, true])
})

test('a post that came out since is behind its doors at once', async () => {
  await aPublishedPost(app, { slug: 'late', tags: ['gamification'] })

  expect((await read('/tags/gamification')).posts).toEqual(['late', 'juegos', 'games'])
})
