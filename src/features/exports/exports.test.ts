import { mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { aPerson, aRound } from '../../../test/builders.ts'
import { type TestApp, testApp } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { Conflict, Forbidden } from '../../platform/refusals.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { aPublishedPost } from '../archive/archive.builder.ts'
import { bringIn } from '../arrivals/actions/bringing.ts'
import { folderSource } from '../arrivals/reading/folder.ts'
import { readMarkdown } from '../arrivals/reading/markdown-folder.ts'
import { readWxr } from '../arrivals/reading/wxr.ts'
import { openFolder } from '../copies/index.ts'
import { keepImage, readImage } from '../media/index.ts'
import { terminal } from '../people/index.ts'
import { exportBlog } from './actions.ts'
import type { ExportWish } from './export.ts'
import { exportedBlog } from './schema.ts'
import { fileSink, writeZip } from './writing/sinks.ts'

const now = '2016-03-01T12:00:00Z'
const app = await testApp(now)
const site = createSite(app, await buildAssets())
const round = await aRound(app, { code: '2015A' })
const on = (day: string) => new Date(`${day}T09:00:00Z`)
const group = '3f0c1a9e-6f4b-4e0e-8f6e-1b2c3d4e5f60'
let media = ''
let games = ''

beforeAll(async () => {
  const picture = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#264' } })
    .png()
    .toBuffer()
  const image = await readImage(picture)
  if (typeof image === 'string') throw new Error(image)
  const said = {
    ...{ alt: 'Dice on a desk', caption: 'Our dice & cards' },
    ...{ author: 'Ada', source: 'own work', licence: 'cc-by-4.0' },
  }
  media = await app.db
    .transaction()
    .execute((tx) => keepImage(app, tx, terminal, { image, sha256: Buffer.from('sum'), said }))
  games = await aPublishedPost(app, {
    ...{ slug: 'games', title: 'Games & "libraries"', roundId: round.id, fortnight: 2, part: 'companion' },
    ...{ tags: ['Games', '图书馆'], publishAt: on('2015-03-15'), updatedAt: on('2015-04-01') },
    ...{ mediaId: media, translationGroup: group, questions: ['Which game?'], hashtag: '#dice' },
    summary: 'Dice < cards, and &amp; is <b>written</b> so.',
    body: `Dice[^a], and [the next one](/posts/juegos#end).\n\n![](/media/${media} "By Sol")\n\n:::questions\nWhy?\n:::\n\n[^a]: Six sides.`,
  })
  await aPublishedPost(app, {
    ...{ slug: 'juegos', title: 'Juegos', locale: 'es', byline: 'Sol Ruiz', translationGroup: group },
    ...{ publishAt: on('2015-12-31'), body: 'نَصٌّ y ñ' },
  })
  await aPublishedPost(app, { slug: 'unfinished', title: 'Not yet', publishAt: null })
  await aPublishedPost(app, {
    slug: 'taken',
    title: 'Taken back',
    publishAt: on('2016-01-07'),
    withdrawnAt: on('2016-01-08'),
  })
  await app.db
    .insertInto('postAddress')
    .values({ slug: 'games-of-old', postId: games, until: on('2015-04-01') })
    .execute()
  const first = await aComment('Ada', 'We play <b> on\nFridays & Sundays.')
  await aComment('Sol', 'Me too!', { parentId: first })
  await aComment('Eve', 'Buy dice', { state: 'waiting' })
})

async function aComment(
  name: string,
  text: string,
  { parentId = null, state = 'shown' }: { parentId?: string | null; state?: string } = {},
): Promise<string> {
  const { id } = await app.db
    .insertInto('comment')
    .values({
      ...{ postId: games, name, email: `${name}@secret.example`, locale: 'en', text, state, parentId },
      ...{ sentAt: on('2015-03-16'), stateAt: on('2015-03-16'), score: 0, reasons: '[]' },
      ...{ onceHash: Buffer.from(text), textHash: Buffer.from(text) },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function exported(wish: Partial<ExportWish> & Pick<ExportWish, 'kind'>): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'twinleaf-export-'))
  const leaving = await exportBlog(app, terminal, { isWhole: false, withAddresses: false, ...wish })
  const folder = await openFolder(path, { origin: app.origin, holds: 'export', refusal: 'not-our-export' })
  await leaving.writeTo(folder)
  await folder.finish()
  await folder.close()
  return path
}

/** What readers see of each post, by its title. */
const seen = async ({ db }: TestApp) => {
  const posts = await db
    .selectFrom('post')
    .leftJoin('round', 'round.id', 'post.roundId')
    .leftJoin('media', 'media.id', 'post.mediaId')
    .where('publishAt', 'is not', null)
    .where('withdrawnAt', 'is', null)
    .select(['post.title', 'slug', 'summary', 'locale', 'byline', 'tags', 'publishAt', 'body', 'mediaId'])
    .select(['round.code', 'fortnight', 'part', 'questions', 'hashtag', 'translationGroup'])
    .select(['media.alt', 'media.caption', 'media.author', 'media.source', 'media.licence'])
    .orderBy('post.title')
    .execute()
  const comments = await db
    .selectFrom('comment')
    .leftJoin('comment as above', 'above.id', 'comment.parentId')
    .where('comment.state', '=', 'shown')
    .select(['comment.name', 'comment.text', 'comment.sentAt', 'above.name as above'])
    .orderBy('comment.name')
    .execute()
  return {
    comments,
    posts: posts.map(({ body, mediaId, translationGroup, ...post }) => ({
      ...post,
      body: mediaId === null ? body : body.replaceAll(mediaId, 'PICTURE'),
      isTranslated: posts.filter((one) => one.translationGroup === translationGroup).length > 1,
    })),
  }
}

test('the blog as JSON is what its schema says, and only what visitors read', async () => {
  const path = await exported({ kind: 'json' })

  const text = await readFile(join(path, 'blog.json'), 'utf8')
  const blog = exportedBlog.parse(JSON.parse(text))
  expect(blog.posts.map(({ slug, translations }) => [slug, translations.length])).toEqual([
    ['games', 1],
    ['juegos', 1],
  ])
  expect(blog.posts[0]?.comments.map(({ name, parent }) => [name, parent !== null])).toEqual([
    ['Ada', false],
    ['Sol', true],
  ])
  expect(blog.pages.map(({ name }) => name)).toContain('about')
  expect(text).not.toMatch(/secret\.example|Buy dice|Not yet|Taken back/)
  expect((await stat(join(path, blog.pictures[0]?.file ?? ''))).size).toBeGreaterThan(500)
})

test('its schema is kept for those who read it by a program', async () => {
  const schema = `${JSON.stringify(z.toJSONSchema(exportedBlog), null, 2)}\n`

  await expect(schema).toMatchFileSnapshot('../../../docs/generated/export.schema.json')
})

test('what is not public, and addresses, go along where they are asked for', async () => {
  const path = await exported({ kind: 'json', isWhole: true, withAddresses: true })

  const blog = exportedBlog.parse(JSON.parse(await readFile(join(path, 'blog.json'), 'utf8')))
  expect(Object.fromEntries(blog.posts.map(({ slug, state }) => [slug, state]))).toEqual({
    ...{ games: 'published', juegos: 'published', taken: 'withdrawn', unfinished: 'draft' },
  })
  expect(blog.posts[0]?.comments.map(({ email, state }) => [email, state])).toEqual([
    ['Ada@secret.example', 'shown'],
    ['Sol@secret.example', 'shown'],
    ['Eve@secret.example', 'waiting'],
  ])
  const noted = await app.db.selectFrom('journal').select(['act', 'detail']).orderBy('id', 'desc').execute()
  expect(noted[0]).toEqual({ act: 'blog.exported-with-addresses', detail: { kind: 'json', posts: 4 } })
})

test.each(['.', 'media'])(
  'as WXR it comes in elsewhere as it was, with its pictures in %s',
  async (pictures) => {
    const path = await exported({ kind: 'wxr' })
    const other = await testApp(now)
    await aRound(other, { code: '2015A' })

    const { report, blog } = await bringIn(other, terminal, {
      ...{ kind: 'wordpress', fileName: 'blog.xml', read: readWxr, wish: {}, media: join(path, pictures) },
      isRehearsal: false,
      source: async function* () {
        yield await readFile(join(path, 'blog.xml'))
      },
    })

    const [mine, theirs] = [await seen(app), await seen(other)]
    const [first, ...rest] = mine.posts
    // What stands below the text in boxes of ours is part of the text elsewhere.
    const below = `${first?.body.replace('[^a]', '[^1]').split('\n\n[^a]')[0]}\n\n:::questions\n- Which game?\n:::\n\n\\#dice\n\n[^1]: Six sides.`
    expect(theirs).toEqual({
      comments: mine.comments,
      posts: [{ ...first, body: below, questions: [], hashtag: '' }, ...rest],
    })
    expect(blog.isWhole).toBe(true)
    expect(report.counts.filter(({ outcome }) => outcome === 'failed')).toEqual([])
  },
)

test('as Markdown it comes in elsewhere as it was, and each file leads to the others', async () => {
  const path = await exported({ kind: 'markdown' })
  const other = await testApp(now)
  await aRound(other, { code: '2015A' })

  await bringIn(other, terminal, {
    ...{ kind: 'markdown', read: readMarkdown(''), source: folderSource(path), media: path },
    ...{ fileName: 'folder', wish: {}, isRehearsal: false },
  })

  const [mine, theirs] = [await seen(app), await seen(other)]
  const [first, ...rest] = mine.posts
  const body = first?.body.replaceAll('[^a]', '[^1]').trim()
  expect(theirs).toEqual({ comments: mine.comments, posts: [{ ...first, body }, ...rest] })
  const file = await readFile(join(path, 'posts/games.en.md'), 'utf8')
  expect(file).toContain('[the next one](juegos.es.md#end)')
  expect(file).toContain(`![Dice on a desk](../media/${media}/400.jpeg "By Sol")`)
})

test('again into the same folder, only what changed is written; what is not ours is left alone', async () => {
  const path = await exported({ kind: 'markdown' })
  const files = (await readdir(path, { recursive: true, withFileTypes: true })).filter((one) => one.isFile())
  await writeFile(join(path, 'mine.txt'), 'mine')
  const leaving = await exportBlog(app, terminal, { kind: 'json', isWhole: false, withAddresses: false })
  const ours = { origin: app.origin, holds: 'export', refusal: 'not-our-export' } as const
  const folder = await openFolder(path, ours)

  const second = openFolder(path, ours)
  await expect(second).rejects.toEqual(new Conflict('folder-in-use', { path, lock: join(path, '.lock') }))
  await leaving.writeTo(folder)
  const { removed, written } = await folder.finish()
  await folder.close()

  // The picture and the list stay.
  expect({ removed, written }).toEqual({ removed: files.length - 2, written: 1 })
  expect(await readFile(join(path, 'mine.txt'), 'utf8')).toBe('mine')
  const foreign = openFolder(tmpdir(), ours)
  await expect(foreign).rejects.toEqual(new Conflict('not-our-export', { path: tmpdir() }))
})

test('an editor downloads it as a ZIP; a coordinator does not, and an editor gets no addresses', async () => {
  const editor = await aPerson(app, { role: 'editor' })
  const headers = await signedIn(app, editor)
  const take = (as: Headers | Record<string, string>, form: Record<string, string>) =>
    site.request('/office/export/take', { method: 'POST', headers: as, body: new URLSearchParams(form) })

  const page = await site.request('/office/export', { headers })
  const zip = await take(headers, { kind: 'markdown' })
  const nothing = await take(headers, {})
  const coordinator = await take(await signedIn(app, await aPerson(app, { role: 'coordinator' })), {
    kind: 'json',
  })

  expect(await page.text()).toContain('2 posts are public.')
  expect(zip.headers.get('Content-Disposition')).toBe('attachment; filename="blog-markdown-2016-03-01.zip"')
  const bytes = Buffer.from(await zip.arrayBuffer())
  expect(bytes.subarray(0, 4).toString('latin1')).toBe('PK\x03\x04')
  expect(bytes.toString('latin1')).toContain('posts/games.en.md')
  expect(bytes.subarray(-22, -18).toString('latin1')).toBe('PK\x05\x06')
  expect([nothing.status, coordinator.status]).toEqual([422, 403])
  const wish = { kind: 'json', isWhole: false, withAddresses: true } as const
  const addresses = exportBlog(app, { ...terminal, roles: new Set(['editor'] as const) }, wish)
  await expect(addresses).rejects.toEqual(new Forbidden('not-allowed'))
})

test('a file that cannot be written says why, and one that breaks off leaves nothing behind', async () => {
  const place = await mkdtemp(join(tmpdir(), 'twinleaf-export-'))
  const leaving = await exportBlog(app, terminal, { kind: 'json', isWhole: false, withAddresses: false })
  async function* cutOff() {
    yield 'half'
    throw new Error('cut off')
  }

  const nowhere = writeZip(join(place, 'nowhere', 'blog.zip'), leaving.writeTo)
  await expect(nowhere).rejects.toMatchObject({ code: 'ENOENT' })
  const zip = writeZip(join(place, 'blog.zip'), (sink) => sink.putPieces('blog.json', cutOff()))
  await expect(zip).rejects.toThrow('cut off')
  await expect(fileSink(join(place, 'blog.json')).sink.putPieces('', cutOff())).rejects.toThrow('cut off')
  expect(await readdir(place)).toEqual([])
})

test('WordPress keeps apart what it would take for one, and every picture and page has a day there', async () => {
  const twin = { title: 'Twín', publishAt: on('2015-05-05') }
  await aPublishedPost(app, { ...twin, slug: 'twin-one', tags: ['C++'] })
  await aPublishedPost(app, { ...twin, slug: 'twin-two', tags: ['C#', 'Games'], title: 'twin' })

  const xml = await readFile(join(await exported({ kind: 'wxr' }), 'blog.xml'), 'utf8')

  const said = (name: string, text = xml) =>
    [...text.matchAll(new RegExp(`<${name}><!\\[CDATA\\[(.*?)\\]\\]>`, 'g'))].map(([, one]) => one)
  const items = xml.split('<item>').slice(1)
  const days = (type: string) =>
    items
      .filter((one) => said('wp:post_type', one)[0] === type)
      .flatMap((one) => said('wp:post_date_gmt', one))
  expect(said('wp:tag_slug').toSorted()).toEqual([
    ...[
      expect.stringMatching(/^c-[0-9a-f]{6}$/),
      expect.stringMatching(/^c-[0-9a-f]{6}$/),
      'games',
      '图书馆',
    ],
  ])
  expect(new Set(said('wp:tag_slug')).size).toBe(4)
  expect(days('post').filter((day) => day?.startsWith('2015-05-05'))).toEqual([
    ...['2015-05-05 09:00:00', '2015-05-05 09:00:01'],
  ])
  expect(days('attachment')).toEqual(['2015-03-15 09:00:00'])
  expect(days('page').every((day) => day?.startsWith('2015-03-15 '))).toBe(true)
})
