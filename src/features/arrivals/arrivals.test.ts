import { expect, test } from 'vitest'
import { aPerson, aRound } from '../../../test/builders.ts'
import { queuedMail, testApp } from '../../../test/harness.ts'
import { Forbidden } from '../../platform/refusals.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { bringIn } from './actions/bringing.ts'
import { address, blog, bringerOf, categories, comment, media, picture, short, text } from './blog.builder.ts'
import { leadsTo } from './queries/former.ts'
import { readWxr } from './reading/wxr.ts'

const app = await testApp('2016-02-20T12:00:00Z')
await aRound(app, { code: '2015B' })
const first = text({
  ...{
    id: 1,
    title: 'Copyright',
    body: `Hello\n\n<img src="${address}/wp-content/uploads/2015/10/desk-300x200.jpg" alt="">`,
  },
  more: `${categories}${comment(1)}${comment(3, { parent: 2 })}${comment(2, { parent: 1 })}${comment(4, { approved: 'spam' })}${comment(5, { approved: '0' })}`,
})

const whole = blog(
  [
    ...[
      first,
      picture,
      text({ id: 5, title: 'About', type: 'page' }),
      text({ id: 6, title: 'Secret', status: 'private' }),
    ],
    ...[
      text({ id: 7, title: 'Gone', status: 'trash' }),
      text({ id: 8, title: 'Menu', type: 'nav_menu_item' }),
    ],
  ].join('\n'),
)

const folder = await media()
const bring = bringerOf(app, folder)
const asItWouldBe = [
  ...[
    '1 comment left-out spam',
    '1 else left-out kind',
    '1 file imported',
    '1 page imported',
    '1 post left-out thrown-away',
  ],
  ...['2 post imported', '4 comment imported'],
]

test('nobody brings in a blog but an editor', async () => {
  const coordinator = await aPerson(app, { role: 'coordinator' })

  const brought = bringIn(app, coordinator, {
    ...{ kind: 'wordpress', fileName: 'iln.xml', read: readWxr, wish: {}, media: null, isRehearsal: false },
    source: async function* () {
      yield Buffer.from(whole)
    },
  })

  await expect(brought).rejects.toEqual(new Forbidden('not-allowed'))
})

test('a rehearsal says what would become of everything, and changes nothing', async () => {
  const { report, mapping } = await bring(whole, { isRehearsal: true })

  expect(short(report.counts)).toEqual(asItWouldBe)
  expect(mapping).toEqual({
    ...{ locale: 'en', zone: 'UTC', pages: 'drafts', authors: { kate: { name: 'Kate Byrne' } } },
    categories: { 'round-2015b': { round: '2015B' }, copyright: { tag: 'Copyright' } },
  })
  const posts = await app.db.selectFrom('post').select('id').execute()
  const items = await app.db.selectFrom('arrivalItem').select('sourceId').execute()
  expect([posts, items]).toEqual([[], []])
})

test('a blog comes in once, with its days, its pictures and its threads, and nobody is told', async () => {
  const once = await bring(whole)
  const twice = await bring(whole)
  await app.runJobs()

  expect(short(once.report.counts)).toEqual(asItWouldBe)
  expect(short(twice.report.counts)).toEqual(
    asItWouldBe.map((line) => line.replace('imported', 'unchanged')).toSorted(),
  )
  const posts = await app.db
    .selectFrom('post')
    .leftJoin('round', 'round.id', 'post.roundId')
    .select(['post.title', 'slug', 'publishAt', 'byline', 'tags', 'code', 'stage', 'body'])
    .orderBy('post.title')
    .execute()
  const [{ id } = { id: '' }] = await app.db
    .selectFrom('media')
    .select('id')
    .where('alt', '=', 'A desk')
    .execute()
  const draft = {
    publishAt: null,
    byline: 'Kate Byrne',
    tags: [],
    code: null,
    stage: 'drafting',
    body: 'Words',
  }
  expect(posts).toEqual([
    { ...draft, title: 'About', slug: 'post-5' },
    {
      ...draft,
      ...{
        title: 'Copyright',
        slug: 'post-1',
        publishAt: new Date('2015-10-12T08:00:00Z'),
        tags: ['Copyright', 'law'],
      },
      ...{ code: '2015B', body: `Hello\n\n![](/media/${id})` },
    },
    { ...draft, title: 'Secret', slug: 'post-6' },
  ])
  const comments = await app.db
    .selectFrom('comment')
    .leftJoin('comment as parent', 'parent.id', 'comment.parentId')
    .select([
      'comment.number',
      'comment.state',
      'comment.email',
      'parent.number as answers',
      'comment.thread',
    ])
    .orderBy('comment.number')
    .execute()
  const base = comments[0]?.number ?? 0
  const of = (number: number | null) => (number === null ? null : number - base)
  const email = 'reader@x.example'
  expect(
    comments.map((one) => ({
      ...one,
      number: of(one.number),
      answers: of(one.answers),
      thread: of(one.thread),
    })),
  ).toEqual([
    { number: 0, state: 'shown', email, answers: null, thread: 0 },
    { number: 1, state: 'shown', email, answers: 0, thread: 0 },
    { number: 2, state: 'shown', email, answers: 1, thread: 0 },
    { number: 3, state: 'waiting', email, answers: null, thread: 3 },
  ])
  expect(await queuedMail(app)).toEqual([])
})

test.each([
  ['/2015/10/post-1/', '/posts/post-1'],
  ['/2015/10/post-1/?replytocom=11', '/posts/post-1'],
  ['/?p=1', '/posts/post-1'],
  ['/2015/10/post-1/feed/', '/posts/post-1/comments.rss'],
  ['/2015/10/post-1/desk', '/posts/post-1'],
  ['/wp-content/uploads/2015/10/desk-300x200.jpg', '/media/desk'],
  ['/wp-content/uploads/2015/10/desk-scaled.jpg?w=640', '/media/desk'],
  ['/wp-content/uploads/2015/10/desk-300x200.gif', null],
  ['/category/copyright/', '/tags/copyright'],
  ['/category/copyright/page/3/', '/tags/copyright'],
  ['/category/round-2015b/feed', '/rounds/2015B/posts/feed.rss'],
  ['/?cat=3', '/rounds/2015B/posts'],
  ['/author/kate', '/authors/kate-byrne'],
  ['/2015/10', '/years/2015/10'],
  ['/?feed=rss2', '/feed.rss'],
  ['/2015/10/post-6/', null],
  ['/2015/10/never/', null],
  ['/?p=77', null],
  ['/%E0%A4%A', null],
])('%s leads to %s', async (old, path) => {
  const led = await leadsTo(app.db, app.now(), `http://localhost:3000${old}`)
  expect(led?.replace(/^(\/media\/)[0-9a-f-]{36}$/, '$1desk') ?? null).toEqual(path)
})

test('where nothing is found the site leads on, and what never was stays unknown', async () => {
  const site = createSite(app, await buildAssets())
  const to = async (path: string) => {
    const answer = await site.request(path)
    return [answer.status, answer.headers.get('location')]
  }

  const paths = ['/2015/10/post-1/', '/?p=1', '/tag/law/', '/posts/never', '/2015/11/never', '/?page=1']
  expect(await Promise.all(paths.map(to))).toEqual([
    ...[
      [301, '/posts/post-1'],
      [301, '/posts/post-1'],
      [301, '/tags/law'],
      [404, null],
      [404, null],
      [200, null],
    ],
  ])
})

test('a comment that was brought stands where old links to it lead', async () => {
  const site = createSite(app, await buildAssets())
  const html = await (await site.request('/posts/post-1')).text()

  const anchors = [...html.matchAll(/<li id="c\d+"[^>]*><p class="comment-by" id="(comment-\d+)">/g)]
  expect(anchors.map(([, anchor]) => anchor)).toEqual(['comment-1', 'comment-2', 'comment-3'])
  expect(
    anchors
      .join('')
      .match(/ id="comment/g)
      ?.join('').length,
  ).toBeLessThan(html.length / 100)
})

test('what was changed here stays; what was changed there since comes in; a new comment comes alone', async () => {
  await app.db.updateTable('post').set({ revision: 2 }).where('slug', '=', 'post-1').execute()
  const later = whole
    .replace('<![CDATA[Secret]]>', '<![CDATA[Secret no more]]>')
    .replace('Hello', 'Hello again')
    .replace(comment(1), `${comment(1)}${comment(7, { text: 'See <a href="http://a.example/b">this</a>' })}`)

  const { report } = await bring(later)

  expect(short(report.counts)).toEqual([
    ...[
      '1 comment imported',
      '1 comment left-out spam',
      '1 else left-out kind',
      '1 file unchanged',
      '1 page unchanged',
    ],
    ...[
      '1 post imported',
      '1 post left-out edited-here',
      '1 post left-out thrown-away',
      '4 comment unchanged',
    ],
  ])
  const said = await app.db.selectFrom('comment').select('text').where('text', 'like', 'See%').execute()
  expect(said).toEqual([{ text: 'See this (http://a.example/b)' }])
})

test('one that was cut off goes on where it was', async () => {
  const many = blog(
    Array.from({ length: 5 }, (_, at) => text({ id: 100 + at, title: `Text ${at}` })).join(''),
  )
  const cut = { passes: 0 }
  const torn = async function* (): AsyncGenerator<Uint8Array> {
    cut.passes += 1
    const bytes = Buffer.from(many)
    if (cut.passes < 2) {
      yield bytes
      return
    }
    const at = many.indexOf('Text 3')
    yield bytes.subarray(0, at)
    throw new Error('the disk was pulled out')
  }

  await expect(bring(many, { source: torn })).rejects.toThrow('the disk')
  const before = await app.db.selectFrom('arrival').select('ordinal').where('endedAt', 'is', null).execute()
  const { report } = await bring(many)

  expect(before).toEqual([{ ordinal: 3 }])
  expect(short(report.counts)).toEqual(['5 post imported'])
})

test('what readers said where nothing comes of it is left out by name', async () => {
  const event = text({ id: 220, title: 'Event', type: 'event', more: comment(41) })
  const file = picture
    .replace('<wp:post_id>9<', '<wp:post_id>221<')
    .replace('</item>', `${comment(42)}</item>`)

  const { report, blog: read } = await bring(blog(event + file))

  expect(read.comments).toBe(2)
  expect(short(report.counts)).toEqual([
    ...['1 else left-out kind', '1 file merged', '2 comment left-out text-left-out'],
  ])
})
