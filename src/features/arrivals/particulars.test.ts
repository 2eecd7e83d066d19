import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { aPerson, aRound } from '../../../test/builders.ts'
import { testApp } from '../../../test/harness.ts'
import { Unacceptable } from '../../platform/refusals.ts'
import { address, blog, bringerOf, comment, field, media, picture, short, text } from './blog.builder.ts'
import { leadsTo } from './queries/former.ts'
import { readerFor } from './reading/readers.ts'

const app = await testApp('2016-02-20T12:00:00Z')
await aRound(app, { code: '2015B' })
const folder = await media()
const bring = bringerOf(app, folder)

test('an account is tied to a name only where an editor says so', async () => {
  const kate = await aPerson(app, { name: 'Kate Byrne', email: 'kate@library.example' })
  const tied = { authors: { kate: { name: 'K. Byrne', account: 'kate@library.example' } } }

  await bring(blog(text({ id: 200, title: 'Untied' })))
  await bring(blog(text({ id: 201, title: 'Tied' })), { wish: tied })

  const signed = await app.db
    .selectFrom('post')
    .innerJoin('postAuthor', 'postAuthor.postId', 'post.id')
    .innerJoin('author', 'author.id', 'postAuthor.authorId')
    .select(['post.title', 'author.name', 'author.personId'])
    .where('post.title', 'in', ['Tied', 'Untied'])
    .orderBy('post.title')
    .execute()
  expect(signed).toEqual([
    { title: 'Tied', name: 'K. Byrne', personId: kate.id },
    { title: 'Untied', name: 'Kate Byrne', personId: null },
  ])
})

test('a comment is an author’s only where they were signed in: anyone could type their address', async () => {
  const mara = await aPerson(app, { name: 'Mara Lind', email: 'mara@library.example' })
  const author = `<wp:author>${field('wp:author_id', '7')}${field('wp:author_login', 'mara')}${field('wp:author_email', 'mara@library.example')}${field('wp:author_display_name', 'Mara Lind')}</wp:author>`
  const own = comment(31, { email: 'mara@library.example', text: 'I was signed in.' })
  const typed = comment(32, { email: 'mara@library.example', text: 'I say that I am she.' })
  const both = own.replace('<wp:comment_user_id>0<', '<wp:comment_user_id>7<') + typed

  await bring(blog(author + text({ id: 210, title: 'Said by whom', more: both })), {
    wish: { authors: { mara: { name: 'Mara Lind', account: mara.email } } },
  })

  const said = await app.db
    .selectFrom('comment')
    .innerJoin('post', 'post.id', 'postId')
    .where('title', '=', 'Said by whom')
    .select(['text', 'personId'])
    .orderBy('text')
    .execute()
  expect(said.map((one) => ({ text: one.text, personId: one.personId }))).toEqual([
    { text: 'I say that I am she.', personId: null },
    { text: 'I was signed in.', personId: mara.id },
  ])
})

test('two texts of one title and one second are two, unless another address of their site brought them', async () => {
  const twins = blog(
    text({ id: 222, title: 'Twin', body: 'one' }) + text({ id: 223, title: 'Twin', body: 'two' }),
  )

  const { report } = await bring(twins)
  const again = await bring(twins.replaceAll('interlibnet', 'iln'))

  expect(short(report.counts)).toEqual(['2 post imported'])
  expect(short(again.report.counts)).toEqual(['2 post merged'])
})

test('a title that is made of the first words ends with a whole letter', async () => {
  await bring(blog(text({ id: 224, title: '', body: `${'a '.repeat(29)}b📚 ${'c '.repeat(200)}` })))

  const post = await app.db
    .selectFrom('post')
    .where('title', 'like', 'a a %')
    .select('title')
    .executeTakeFirst()
  expect(post?.title).toBe(`${'a '.repeat(29)}b`)
})

test('a text whose leading picture did not come along says so', async () => {
  const led = `<wp:postmeta>${field('wp:meta_key', '_thumbnail_id')}${field('wp:meta_value', '999')}</wp:postmeta>`

  const { report } = await bring(blog(text({ id: 228, title: 'Led', more: led })))

  expect(report.remarks.map(({ remark }) => remark)).toEqual(['picture-missing:#999'])
})

test('a text that is left out is told of by its name, in a rehearsal as well', async () => {
  const long = blog(
    text({ id: 240, title: 'The whole novel', body: 'x'.repeat(1_000_001) }) +
      text({ id: 241, title: 'Thrown away', status: 'trash' }),
  )

  const reports = [await bring(long, { isRehearsal: true }), await bring(long)]

  expect(reports.map(({ report }) => report.remarks)).toEqual([
    [{ title: 'The whole novel', remark: 'too-long', postId: null }],
    [{ title: 'The whole novel', remark: 'too-long', postId: null }],
  ])
})

test('the front page of a blog that stood below a path leads to ours, and so do its later pages', async () => {
  const below = blog(text({ id: 250, title: 'Below' })).replace(
    `<link>${address}<`,
    `<link>${address}/journal/<`,
  )
  await bring(below)

  const fronts = ['/journal', '/journal/', '/journal/page/2/', '/journal/feed/']
  expect(await Promise.all(fronts.map((one) => leadsTo(app.db, app.now(), address + one)))).toEqual([
    ...['/', '/', '/', '/feed.rss'],
  ])
})

test('texts of one file show pictures that came in another, by their address and by their number', async () => {
  const shown = `<img src="${address}/wp-content/uploads/2015/10/desk-300x200.jpg">\n\n[gallery ids="9"]`
  await bring(blog(picture))

  const { report } = await bring(blog(text({ id: 270, title: 'Part two', body: shown })))

  const post = await app.db
    .selectFrom('post')
    .where('title', '=', 'Part two')
    .select('body')
    .executeTakeFirst()
  expect(report.remarks).toEqual([])
  expect(post?.body).toMatch(/^!\[.*\]\((\/media\/[0-9a-f-]{36}).*\)\n\n!\[.*\]\(\1.*\)$/)
})

test('a gallery of all that was put under a text shows pictures that came in another file, or is told of', async () => {
  await bring(
    blog(
      picture
        .replaceAll('<wp:post_parent>1<', '<wp:post_parent>271<')
        .replace('post-1/desk', 'post-271/desk'),
    ),
  )
  const { report } = await bring(
    blog(
      text({ id: 271, title: 'With pictures', body: 'Here\n\n[gallery]' }) +
        text({ id: 272, title: 'Without pictures', body: 'Here\n\n[gallery]' }),
    ),
  )

  const posts = await app.db
    .selectFrom('post')
    .where('title', 'in', ['With pictures', 'Without pictures'])
    .orderBy('title')
    .select('body')
    .execute()
  expect(posts.map(({ body }) => body)).toEqual([
    expect.stringMatching(/^Here\n\n!\[.*\]\(\/media\/[^)]*\)$/),
    'Here',
  ])
  expect(report.remarks).toMatchObject([{ title: 'Without pictures', remark: 'gallery' }])
})

test.each([
  ['a ZIP', Buffer.from('504b030414000000', 'hex')],
  ['a file packed by gzip', gzipSync(blog(''))],
])('%s is to be unpacked first', async (_what, bytes) => {
  const source = async function* () {
    yield bytes
  }

  await expect(readerFor(source)).rejects.toEqual(new Unacceptable('packed-export'))
})

test('a rehearsal says of a picture that cannot be taken what bringing it in says', async () => {
  const named = (id: number, name: string) =>
    picture.replace('<wp:post_id>9<', `<wp:post_id>${id}<`).replaceAll('desk.jpg', name)
  const narrow = sharp({ create: { width: 200, height: 300, channels: 3, background: '#123' } }).png()
  await writeFile(join(folder, '2015/10/narrow.png'), await narrow.toBuffer())
  await writeFile(join(folder, '2015/10/page.jpg'), '<html>Not found</html>')
  const file = blog(named(281, 'narrow.png') + named(282, 'page.jpg'))

  const reports = [await bring(file, { isRehearsal: true }), await bring(file)]

  const said = ['1 file left-out picture-too-narrow', '1 file left-out picture-wrong-kind']
  expect(reports.map(({ report }) => short(report.counts))).toEqual([said, said])
})

test('a gallery of all that was put under a text shows its pictures, and no other file', async () => {
  const plan = picture
    .replace('<wp:post_id>9<', '<wp:post_id>261<')
    .replace('<wp:post_parent>1<', '<wp:post_parent>260<')
    .replaceAll('desk.jpg', 'plan.pdf')

  const { report } = await bring(blog(plan + text({ id: 260, title: 'Files', body: 'Here\n\n[gallery]' })))

  const post = await app.db.selectFrom('post').where('title', '=', 'Files').select('body').executeTakeFirst()
  expect([post?.body, report.remarks]).toEqual(['Here', []])
})

test('a picture is known by its own name before its name is taken for the size of another', async () => {
  const sized = (id: number, name: string) =>
    picture.replace('<wp:post_id>9<', `<wp:post_id>${id}<`).replaceAll('desk.jpg', name)
  for (const [name, background] of [['plan.jpg', '#111'] as const, ['plan-640x480.jpg', '#eee'] as const])
    await writeFile(
      join(folder, '2015/10', name),
      await sharp({ create: { width: 640, height: 480, channels: 3, background } })
        .jpeg()
        .toBuffer(),
    )
  const shown = (name: string) => `<img src="${address}/wp-content/uploads/2015/10/${name}">`

  await bring(
    blog(
      sized(225, 'plan.jpg') +
        sized(226, 'plan-640x480.jpg') +
        text({
          id: 227,
          title: 'Plans',
          body: ['plan-640x480.jpg', 'plan-300x200.jpg'].map(shown).join('\n\n'),
        }),
    ),
  )

  const ids = new Map(
    (
      await app.db
        .selectFrom('arrivalItem')
        .where('sourceId', 'in', ['225', '226'])
        .select(['sourceId', 'mediaId'])
        .execute()
    ).map(({ sourceId, mediaId }) => [sourceId, mediaId]),
  )
  const post = await app.db.selectFrom('post').where('title', '=', 'Plans').select('body').executeTakeFirst()
  expect(post?.body).toBe(`![](/media/${ids.get('226')})\n\n![](/media/${ids.get('225')})`)
})

test('lists lead on: of a category below two others, of one that no text has, of an author', async () => {
  const category = (id: number, slug: string, above: string) =>
    `<wp:category><wp:term_id>${id}</wp:term_id>${field('wp:category_nicename', slug)}${field('wp:category_parent', above)}${field('wp:cat_name', slug)}</wp:category>`
  const author = `<wp:author><wp:author_id>8</wp:author_id>${field('wp:author_login', 'Maria.del mar@lib')}${field('wp:author_display_name', 'María')}</wp:author>`
  const filed = '<category domain="category" nicename="rights">rights</category>'
  await bring(
    blog(
      [category(11, 'practice', ''), category(12, 'legal', 'practice'), category(13, 'rights', 'legal')].join(
        '',
      ) +
        category(14, 'never', 'practice') +
        author +
        text({ id: 230, title: 'Filed', more: filed }).replace('>kate<', '>Maria.del mar@lib<'),
    ),
  )

  const lists = ['/category/practice/legal/rights/', '/category/practice/never/', '/author/maria-del-marlib/']
  expect(await Promise.all(lists.map((one) => leadsTo(app.db, app.now(), address + one)))).toEqual([
    ...['/tags/rights', '/archive', '/authors/maria'],
  ])
})
