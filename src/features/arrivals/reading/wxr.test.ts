import { expect, test } from 'vitest'
import { Unacceptable } from '../../../platform/refusals.ts'
import type { Came } from '../arrival.ts'
import { readWxr } from './wxr.ts'

const inZone = (local: string) => new Date(`${local.replace(' ', 'T')}+10:00`)

/** In pieces of so many bytes. */
async function* bytesOf(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function read(text: string, size = 4_096) {
  const came: Came[] = []
  const reader = readWxr(bytesOf(text, size), inZone)
  for (;;) {
    const next = await reader.next()
    if (next.done) return { came, ...next.value }
    came.push(next.value)
  }
}

const file = (channel: string) => `<?xml version="1.0" encoding="UTF-8" ?>
<!-- This is a WordPress eXtended RSS file -->
<!DOCTYPE rss [<!ENTITY a "aaaa">]>
<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<title>ILN</title><link>http://interlibnet.example</link><language>en-US</language>
<wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>http://interlibnet.example</wp:base_blog_url>
${channel}
</channel></rss>`

const item = (inside: string) =>
  `<item><wp:post_id>4</wp:post_id><wp:post_type>post</wp:post_type>${inside}</item>`

const texts = (came: readonly Came[]) =>
  came.filter((one): one is Extract<Came, { is: 'post' | 'page' }> => one.is === 'post')

test('an export is read in its order, whatever the pieces in which it comes', async () => {
  const text =
    file(`<wp:author><wp:author_id>2</wp:author_id><wp:author_login><![CDATA[kate]]></wp:author_login><wp:author_email>k@x.example</wp:author_email><wp:author_display_name><![CDATA[Kate &amp; Co]]></wp:author_display_name></wp:author>
<wp:category><wp:term_id>3</wp:term_id><wp:category_nicename>caf%c3%a9</wp:category_nicename><wp:category_parent></wp:category_parent><wp:cat_name><![CDATA[Café]]></wp:cat_name></wp:category>
${item('<title>Fish & Chips &eacute; &nope; &#8;</title><content:encoded><![CDATA[a ]]]]><![CDATA[> b &amp;]]></content:encoded>')}`)

  const [whole, ...others] = await Promise.all([4_096, 1, 7, 64].map((size) => read(text, size)))

  expect(others).toEqual([whole, whole, whole])
  expect(whole?.isWhole).toBe(true)
  expect(whole?.came.slice(0, 3)).toEqual([
    { is: 'site', title: 'ILN', address: 'http://interlibnet.example', language: 'en-US' },
    { is: 'author', login: 'kate', number: '2', name: 'Kate & Co', email: 'k@x.example' },
    { is: 'term', taxonomy: 'category', slug: 'café', number: '3', name: 'Café', path: 'café' },
  ])
  expect(texts(whole?.came ?? [])).toMatchObject([{ title: 'Fish & Chips é &nope;', body: 'a ]]> b &amp;' }])
})

test.each([
  [
    'the universal time wins',
    '<wp:post_date>2015-10-12 09:00:00</wp:post_date><wp:post_date_gmt>2015-10-11 22:00:00</wp:post_date_gmt>',
    '2015-10-11T22:00:00.000Z',
  ],
  [
    'zeros are none',
    '<wp:post_date>2015-10-12 09:00:00</wp:post_date><wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt>',
    '2015-10-11T23:00:00.000Z',
  ],
  ['the year -1 is none', '<pubDate>Mon, 30 Nov -0001 00:00:00 +0000</pubDate>', undefined],
])('%s', async (_name, dates, at) => {
  const { came } = await read(file(item(dates)))

  expect(texts(came).map((one) => one.at?.toISOString())).toEqual([at])
})

test.each([
  ['publish', '', 'public'],
  ['publish', 'secret', 'locked'],
  ['future', '', 'scheduled'],
  ['pending', '', 'draft'],
  ['private', '', 'private'],
  ['auto-draft', '', 'other'],
])('a text that was %s (password %j) is %s', async (status, password, state) => {
  const { came } = await read(
    file(item(`<wp:status>${status}</wp:status><wp:post_password>${password}</wp:post_password>`)),
  )

  expect(texts(came).map((one) => one.state)).toEqual([state])
})

test('controls and bytes that are no letters stop nothing', async () => {
  const whole = Buffer.from(file(item('<title>A\u000b\u0000B~C</title>')))
  const at = whole.indexOf('~')
  const broken = Buffer.concat([whole.subarray(0, at), Buffer.from([0xff]), whole.subarray(at + 1)])
  async function* source() {
    yield new Uint8Array(broken)
  }
  const titles: string[] = []
  for await (const one of readWxr(source(), inZone)) if (one.is === 'post') titles.push(one.title)

  expect(titles).toEqual(['AB\ufffdC'])
})

test('an entity that a file brings along stands for nothing', async () => {
  const { came } = await read(file(item('<title>A &a; B</title>')))

  expect(texts(came).map(({ title }) => title)).toEqual(['A &a; B'])
})

test('a file that breaks off gives all that is whole in it, and is known to be cut', async () => {
  const whole = file(`${item('<title>One</title>')}${item('<title>Two</title>')}`)

  const { came, isWhole } = await read(whole.slice(0, whole.indexOf('Two') + 2))

  expect([texts(came).map((one) => one.title), isWhole]).toEqual([['One'], false])
})

test.each([
  ['a page', '<html><body>Hello</body></html>', 'not-an-export'],
  ['no file at all', '', 'not-an-export'],
  ['elements without end', `<rss>${'<a>'.repeat(100)}`, 'export-too-deep'],
])('%s is refused in words', async (_name, text, code) => {
  await expect(read(text)).rejects.toEqual(new Unacceptable(code as 'not-an-export'))
})

test('elements without a text fill no memory either', async () => {
  async function* many(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('<rss><channel><item>')
    for (let piece = 0; piece < 500; piece += 1) yield Buffer.from('<a/>'.repeat(1_000))
  }

  await expect(readWxr(many(), inZone).next()).rejects.toMatchObject({ code: 'export-too-long' })
})

test('a state that nobody knows is none of ours, whatever its name', async () => {
  const { came } = await read(file(item('<wp:status>constructor</wp:status>')))

  expect(texts(came).map(({ state }) => state)).toEqual(['other'])
})
