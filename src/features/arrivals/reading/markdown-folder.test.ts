import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import type { Came, CameText } from '../arrival.ts'
import type { Around } from './around.ts'
import { folderRecords, folderSource } from './folder.ts'
import { filedAt, pathsOf, pictureAt } from './folder-paths.ts'
import { frontOf } from './front-matter.ts'
import { readMarkdown } from './markdown-folder.ts'
import { markdownOfMarkdown } from './markdown-text.ts'
import { zoned } from './zoned.ts'

type Files = { texts: Record<string, string>; pictures?: string[]; settings?: string }

/** In pieces of ten bytes, as no disk gives them. */
async function read({ texts, pictures = [], settings = '' }: Files) {
  const lines = [
    { name: 'blog', pictures, settings, words: '' },
    ...Object.entries(texts).map(([path, text]) => ({ path, text, comments: '' })),
  ]
  const bytes = Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  const source = async function* () {
    for (let at = 0; at < bytes.length; at += 10) yield bytes.subarray(at, at + 10)
  }
  const came: Came[] = []
  for await (const one of readMarkdown('')(source(), zoned('Australia/Sydney'))) came.push(one)
  return { came, texts: came.filter((one): one is CameText => one.is === 'post' || one.is === 'page') }
}

const one = async (path: string, front: string) =>
  (await read({ texts: { [path]: `---\n${front}\n---\nHi` } })).texts[0]

test.each([
  ['---\ntitle: A\n---\nHi', { data: { title: 'A' }, body: 'Hi' }],
  ['\ufeff---\r\ntitle: A\r\n---\r\nHi', { data: { title: 'A' }, body: 'Hi' }],
  ['---\n---\nHi', { data: {}, body: 'Hi' }],
  ['---\ntitle: A\n...\n---\nHi', { data: { title: 'A' }, body: '---\nHi' }],
  ['---\ndate: 2015-10-12\n---', { data: { date: '2015-10-12' }, body: '' }],
  ['---\ntitle: A', 'broken-front-matter'],
  ['---\ntitle: "A\n---\nHi', 'broken-front-matter'],
  ['---\n- a\n---\nHi', 'broken-front-matter'],
  ['---js\n{ title: process.exit(1) }\n---\nHi', 'no-front-matter'],
  ['+++\ntitle = "A"\n+++\nHi', 'toml'],
  ['# Hi', 'no-front-matter'],
])('the front matter of %j', (text, front) => {
  expect(frontOf(text)).toEqual(front)
})

test('what a text of Hugo says of itself', async () => {
  const { came, texts } = await read({
    settings: 'baseURL: "https://iln.example/" # here\ntitle: ILN\nlanguageCode: en-us',
    pictures: ['content/posts/copyright/desk.jpg', 'static/logo.png'],
    texts: {
      'content/posts/copyright/index.md':
        '---\ntitle: Copyright\ndate: 2015-10-12T09:00:00+02:00\nlastmod: 2015-11-01\nauthors: [Kate, {name: Sol}]\ntags: [Open access]\ncategories: [Round 2015B]\naliases: [/old/, alone]\nlang: es\n---\n![A](desk.jpg) ![B](https://x.example/logo.png)',
      'README.md': '# Read me',
    },
  })

  expect(came.map(({ is }) => is)).toEqual(['site', 'file', 'post', 'else'])
  expect(came[0]).toMatchObject({ title: 'ILN', address: 'https://iln.example', language: 'en-us' })
  expect(came[1]).toMatchObject({
    sourceId: 'content/posts/copyright/desk.jpg',
    url: '/posts/copyright/desk.jpg',
  })
  expect(texts[0]).toMatchObject({
    ...{ title: 'Copyright', slug: 'copyright', authors: ['Kate', 'Sol'], language: 'es', state: 'public' },
    ...{ at: new Date('2015-10-12T07:00:00Z'), changedAt: new Date('2015-10-31T13:00:00Z') },
    ...{
      address: 'https://iln.example/posts/copyright/',
      aliases: ['https://iln.example/old/', 'https://iln.example/alone'],
    },
    terms: [
      { taxonomy: 'category', slug: 'round-2015b', name: 'Round 2015B' },
      { taxonomy: 'tag', slug: 'open-access', name: 'Open access' },
    ],
  })
})

test.each([
  ['_posts/2015-10-12-a.md', '', { is: 'post', state: 'public', at: new Date('2015-10-11T13:00:00Z') }],
  ['posts/a.md', 'date: 2015-10-12 25:99', { at: null }],
  [
    '_posts/2015-10-12-a.md',
    'tags: a b\ncategories: c, d e',
    { terms: [{ name: 'c' }, { name: 'd e' }, { name: 'a' }, { name: 'b' }] },
  ],
  ['_drafts/a.md', '', { is: 'post', state: 'draft', at: null }],
  ['posts/a.md', 'draft: true', { state: 'draft' }],
  ['posts/a.md', 'published: false', { state: 'draft' }],
  ['posts/a.md', 'password: x', { state: 'locked' }],
  ['about.md', '', { is: 'page' }],
  ['a.md', 'date: 2015-10-12\nlayout: page', { is: 'page' }],
  ['posts/a.ar.md', '', { language: 'ar', address: '/ar/posts/a/' }],
  ['posts/a.md', 'title: 2015', { title: '2015' }],
  ['posts/a.md', 'permalink: /:year/:title/', { address: '/posts/a/' }],
])('%s with %j', async (path, front, said) => {
  expect(await one(path, front)).toMatchObject(said)
})

test.each([
  [
    '_posts/2015-10-12-copyright.md',
    '',
    ['/2015/10/copyright/', '/2015/10/12/copyright/', '/2015/10/12/copyright.html'],
  ],
  ['content/posts/copyright.md', '', ['/posts/copyright/']],
  ['content/posts/copyright.md', 'law', ['/posts/law/']],
  ['content/posts/copyright/index.md', 'law', ['/posts/law/']],
  ['content/index.md', '', ['/']],
])('%s with the slug %j was at %j', (path, slug, paths) => {
  expect(pathsOf(filedAt(path), { slug, day: null, categories: [] })).toEqual(paths)
})

test.each([
  ['desk.jpg', 'content/posts/a/desk.jpg'],
  ['./my%20desk.jpg?w=1', 'content/posts/a/my desk.jpg'],
  ['/img/logo.png', 'static/img/logo.png'],
  ['../../../../etc/passwd.png', null],
  ['https://x.example/desk.jpg', null],
])('%s beside a text is %s', (name, path) => {
  const there = new Set(['content/posts/a/desk.jpg', 'content/posts/a/my desk.jpg', 'static/img/logo.png'])

  expect(pictureAt(name, 'content/posts/a/index.md', (one) => there.has(one))).toBe(path)
})

const id = '0d9f0c0e-5b5a-4f3e-9d38-0c6b5f0a1b2c'
const around: Around = {
  fileAt: (url) => (url === 'desk.jpg' ? { id, url, alt: '', caption: '' } : undefined),
  ...{
    fileOf: () => undefined,
    filesUnder: [],
    isPageOfFile: () => false,
    patternOf: () => undefined,
    textNamed: (name) => (name === '2015-10-12-other' ? '/2015/10/other/' : undefined),
    ownPath: () => undefined,
  },
}

test.each([
  ['a line goes on', 'One\ntwo', 'One two', []],
  ['a picture beside it', '![A desk](desk.jpg)', `![A desk](/media/${id})`, []],
  ['a picture in HTML', '<img src="desk.jpg" alt="A desk">', `![A desk](/media/${id})`, []],
  ['a figure of Hugo', '{{< figure src="desk.jpg" caption="By Ada" >}}', `![](/media/${id} "By Ada")`, []],
  ['a script', 'a<script>alert(1)</script>\n\nb', 'a\n\nb', []],
  ['a footnote', 'a[^x]\n\n[^x]: See *b*', 'a[^1]\n\n[^1]: See *b*', []],
  ['boxes', '- [x] a\n- [ ] b', '- ☑ a\n- ☐ b', []],
  [
    'code of Jekyll',
    '{% highlight ruby %}\nputs {{ 1 }}\n{% endhighlight %}',
    '```ruby\nputs {{ 1 }}\n```',
    [],
  ],
  ['an address of Jekyll', '[a]({% post_url 2015-10-12-other %})', '[a](/2015/10/other/)', []],
  ['an address of Hugo', '[a]({{< relref "2015-10-12-other" >}})', '[a](/2015/10/other/)', []],
  [
    'an address of what is not there',
    '[a]({{< ref "none.md" >}})',
    '\\[a]\\({{< ref "none.md" >}})',
    [{ code: 'shortcode', what: 'ref' }],
  ],
  ['a template within code', '```\n{% include a %}\n```', '```\n{% include a %}\n```', []],
  ['a template', 'a {% include b %}', 'a {% include b %}', [{ code: 'shortcode', what: 'include' }]],
])('Markdown of elsewhere: %s', (_name, body, markdown, remarks) => {
  expect(markdownOfMarkdown({ body }, around)).toEqual({ markdown, remarks })
})

test('what was said below a post does not stand below a page of the same name', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'twinleaf-folder-'))
  const files = {
    'posts/about.en.md': '---\ntitle: About games\n---\nHi',
    'pages/about.en.md': '---\ntitle: About\n---\nHi',
    'data/comments/about.en.yaml': 'comments:\n  - number: 1\n    text: Hi\n',
  }
  for (const [place, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, place)), { recursive: true })
    await writeFile(join(folder, place), text)
  }

  const records = []
  for await (const one of folderRecords(folderSource(folder)())) records.push(one)

  expect(records.slice(1)).toEqual([
    { path: 'pages/about.en.md', text: files['pages/about.en.md'], comments: '' },
    {
      ...{ path: 'posts/about.en.md', text: files['posts/about.en.md'] },
      comments: files['data/comments/about.en.yaml'],
    },
  ])
})
