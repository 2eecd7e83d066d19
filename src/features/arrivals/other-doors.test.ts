import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { aRound } from '../../../test/builders.ts'
import { commandNamed, testApp } from '../../../test/harness.ts'
import { terminal } from '../people/index.ts'
import { bringIn } from './actions/bringing.ts'
import { blog, bringerOf, media, picture, short } from './blog.builder.ts'
import { leadsTo } from './queries/former.ts'
import { folderSource } from './reading/folder.ts'
import { readMarkdown } from './reading/markdown-folder.ts'
import { readerFor } from './reading/readers.ts'

const app = await testApp('2016-02-20T12:00:00Z')
await aRound(app, { code: '2015B' })
const folder = await media()
// The library has the picture from another blog.
await bringerOf(app, folder)(blog(picture))

test('a blog of Ghost comes in by the same door: what was for members is a draft, and it is known again', async () => {
  const of = (id: string, more: object) => ({
    ...{ id, title: `Ghost ${id}`, slug: `ghost-${id}`, status: 'published', html: '<p>Hi</p>' },
    ...{ published_at: '2015-11-02T08:00:00.000Z', ...more },
  })
  const file = JSON.stringify({
    data: {
      posts: [
        of('1', {
          html: '<p><img src="__GHOST_URL__/content/images/2015/10/desk.jpg"> <a href="__GHOST_URL__/ghost-2/">two</a></p>',
        }),
        of('2', { visibility: 'members' }),
        of('3', { published_at: null }),
      ],
      tags: [{ id: 't', name: 'Round 2015B', slug: 'round-2015b' }],
      posts_tags: [{ post_id: '1', tag_id: 't' }],
      settings: [{ key: 'title', value: 'Ghost of ILN' }],
    },
  })
  const source = async function* () {
    yield Buffer.from(file)
  }
  const bringGhost = async () =>
    bringIn(app, terminal, {
      ...{ ...(await readerFor(source)), source, fileName: 'ghost.json', wish: {}, media: folder },
      isRehearsal: false,
    })

  const once = await bringGhost()
  const twice = await bringGhost()

  expect(short(once.report.counts)).toEqual(['1 file merged', '3 post imported'])
  expect(once.report.remarks.map(({ title, remark }) => [title, remark])).toEqual([
    ['Ghost 2', 'members:2015-11-02T08:00:00.000Z'],
    ['Ghost 3', 'undated'],
  ])
  expect(short(twice.report.counts)).toEqual(['1 file unchanged', '3 post unchanged'])
  const [first, ...others] = await app.db
    .selectFrom('post')
    .leftJoin('round', 'round.id', 'post.roundId')
    .select(['post.title', 'body', 'code', 'publishAt'])
    .where('post.title', 'like', 'Ghost%')
    .orderBy('post.title')
    .execute()
  expect(first).toMatchObject({ code: '2015B', publishAt: new Date('2015-11-02T08:00:00Z') })
  expect(first?.body).toMatch(/^!\[\]\(\/media\/[0-9a-f-]{36}\)\n\n\[two\]\(\/ghost-2\/\)$/)
  expect(others.map(({ publishAt }) => publishAt)).toEqual([null, null])
  const leads = ['/ghost-1/', '/ghost-2/', '/tag/round-2015b/rss'].map((path) =>
    leadsTo(app.db, app.now(), `http://localhost:3000${path}`),
  )
  expect(await Promise.all(leads)).toEqual(['/posts/ghost-1', null, '/rounds/2015B/posts/feed.rss'])
})

test('a folder of Markdown comes in by the same door, with the pictures beside its texts', async () => {
  const hugo = await mkdtemp(join(tmpdir(), 'twinleaf-hugo-'))
  await mkdir(join(hugo, 'content/posts/leaf'), { recursive: true })
  await writeFile(join(hugo, 'content/posts/leaf/desk.jpg'), await readFile(join(folder, '2015/10/desk.jpg')))
  await writeFile(
    join(hugo, 'content/posts/leaf/index.md'),
    '---\ntitle: Leaf\ndate: 2015-11-03\nauthor: Kate Byrne\nlang: es\naliases: [/2015/11/leaf/]\n---\nHola\n\n![](desk.jpg)\n',
  )
  await writeFile(join(hugo, 'content/posts/plain.md'), 'No front matter')

  const { report } = await bringIn(app, terminal, {
    ...{ kind: 'markdown', read: readMarkdown(''), source: folderSource(hugo), media: hugo },
    ...{ fileName: 'hugo', wish: {}, isRehearsal: false },
  })

  expect(short(report.counts)).toEqual(['1 else left-out kind', '1 file merged', '1 post imported'])
  expect(report.remarks).toMatchObject([{ title: 'content/posts/plain.md', remark: 'no-front-matter' }])
  const row = await app.db
    .selectFrom('post')
    .select(['body', 'byline', 'locale', 'publishAt'])
    .where('title', '=', 'Leaf')
    .executeTakeFirstOrThrow()
  expect(row).toMatchObject({
    byline: 'Kate Byrne',
    locale: 'es',
    publishAt: new Date('2015-11-03T00:00:00Z'),
  })
  expect(row.body).toMatch(/^Hola\n\n!\[\]\(\/media\/[0-9a-f-]{36}\)$/)
  const leads = ['/2015/11/leaf/', '/posts/leaf/'].map((path) =>
    leadsTo(app.db, app.now(), `http://localhost:3000${path}`),
  )
  expect(await Promise.all(leads)).toEqual(['/posts/leaf', null])
})

test('texts of a folder lead to each other by the names that Hugo and Jekyll give them', async () => {
  const site = await mkdtemp(join(tmpdir(), 'twinleaf-named-'))
  const front = (title: string) => `---\ntitle: ${title}\ndate: 2015-12-01\n---\n`
  const files = {
    'content/posts/shelves/index.md': `${front('Shelves')}Shelves`,
    'content/posts/twice.md': `${front('Twice')}Twice`,
    'content/news/twice.md': `${front('Twice elsewhere')}Elsewhere`,
    'content/posts/leading.md': `${front('Leading')}[a]({{< ref "shelves" >}}) [b]({{% relref "/posts/shelves/index.md#end" %}}) [c]({{< ref "twice.md" >}}) [d]({{< ref "news/twice" >}})`,
  }
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(site, path)), { recursive: true })
    await writeFile(join(site, path), text)
  }

  const { report } = await bringIn(app, terminal, {
    ...{ kind: 'markdown', read: readMarkdown(''), source: folderSource(site), media: site },
    ...{ fileName: 'named', wish: {}, isRehearsal: false },
  })

  const post = await app.db
    .selectFrom('post')
    .select('body')
    .where('title', '=', 'Leading')
    .executeTakeFirstOrThrow()
  expect(report.remarks).toEqual([])
  expect(post.body).toBe('[a](/posts/shelves/) [b](/posts/shelves/#end) [c](/posts/twice/) [d](/news/twice/)')
})

test('the terminal says of a folder without texts that there is nothing to bring in', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nothing-'))

  const { text } = await commandNamed('archive import').run(app, {
    ...{ args: [folder], options: {}, lists: {}, switches: new Set<string>() },
  })

  expect(text).toMatch(/^A folder of Markdown\. .*There is nothing in it to bring in\.$/)
})
