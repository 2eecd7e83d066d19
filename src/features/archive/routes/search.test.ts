import { expect, test } from 'vitest'
import { testApp } from '../../../../test/harness.ts'
import { buildAssets } from '../../../web/assets.ts'
import { createSite } from '../../../web/site.tsx'
import { indexPosts } from '../actions/indexing.ts'
import { aPublishedPost } from '../archive.builder.ts'
import { searchesPerMinute } from '../limits.ts'

const app = await testApp('2016-03-01T12:00:00Z')
const site = createSite(app, await buildAssets())
for (let number = 1; number <= 11; number += 1)
  await aPublishedPost(app, {
    slug: `games-${number}`,
    title: `Games & <b>play</b> ${number}`,
    body: 'We played in **every** branch.',
    publishAt: new Date(Date.UTC(2015, number, 1)),
  })
await aPublishedPost(app, { slug: 'lectura', title: 'Clubes de lectura', locale: 'es', byline: 'Sol Ruiz' })
await indexPosts(app)

async function search(query: string) {
  const answer = await site.request(`/search?${query}`)
  const html = (await answer.text()).replaceAll(/\s+/g, ' ')
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  const posts = [...main.matchAll(/href="\/posts\/([^"]+)"/g)].map(([, slug]) => slug)
  return { status: answer.status, main, posts, headers: answer.headers }
}

test('an empty search teaches how to look, and finds nothing', async () => {
  const { status, main, posts } = await search('')

  expect([status, posts]).toEqual([200, []])
  expect(main).toContain('What are you looking for?')
})

test('what is found is marked, safely, ten on a page, and nobody keeps it', async () => {
  const first = await search('q=play')
  const second = await search('q=play&page=2')
  const third = await search('q=play&page=3')

  expect([first.posts.length, second.posts, third.status]).toEqual([10, ['games-1'], 404])
  expect(first.main).toContain('11 posts have what you look for.')
  expect(first.main).toContain('Games &amp; &lt;b&gt;<mark>play</mark>&lt;/b&gt; 11')
  expect(first.main).toContain('We <mark>played</mark> in every branch.')
  expect(first.headers.get('cache-control')).toBe('no-store')
})

test('a search is narrowed by where and when a post came out, its language and who signs it', async () => {
  const all = await search('q=play&year=2015&locale=en')
  const elsewhere = await search('q=play&locale=es')
  const signed = await search('q=clubes&author=amara-okafor')

  expect([all.posts.length, elsewhere.posts, signed.posts]).toEqual([10, [], []])
  expect(elsewhere.main).toContain('href="/search?q=play"')
})

test('a slip is told, and so is a word of every text', async () => {
  const slip = await search('q=lecutra')
  const common = await search('q=the')
  const none = await search('q=clubes%20games')

  expect(slip.posts).toEqual(['lectura'])
  expect(slip.main).toContain('No post has “lecutra”. Shown is “lectura”.')
  expect(common.main).toContain('These words are in nearly every post')
  expect(none.main).toContain('Only “clubes”')
})

test('whoever looks for more in a minute than a whole class does is asked to wait, and looks on then', async () => {
  app.at('2016-03-01T12:05:00Z')
  for (let asked = 0; asked < searchesPerMinute; asked += 1) await site.request('/search?q=%21')
  const empty = await search('')
  const past = await search('q=play')
  app.at('2016-03-01T12:06:00Z')
  const later = await search('q=play')

  expect([empty.status, past.status, past.headers.get('Retry-After'), later.status]).toEqual([
    200,
    429,
    '60',
    200,
  ])
})
