import { expect, test } from 'vitest'
import { Unacceptable } from '../../../platform/refusals.ts'
import type { Came, CameText } from '../arrival.ts'
import { bodyOf } from './ghost-body.ts'
import { readerFor } from './readers.ts'

async function read(text: string, address = '') {
  const source = async function* () {
    yield Buffer.from(text)
  }
  const { kind, read: reader } = await readerFor(source, address)
  const came: Came[] = []
  for await (const one of reader(source(), () => null)) came.push(one)
  return { kind, came, texts: came.filter((one): one is CameText => one.is === 'post' || one.is === 'page') }
}

const exported = (data: object) =>
  JSON.stringify({ db: [{ meta: { exported_on: 1, version: '5.1.0' }, data: { posts: [], ...data } }] })

const post = { id: 'a', title: 'Copyright', slug: 'copyright', status: 'published', html: '<p>Hi</p>' }

test('tables are joined in their order; what begins with a sign of Ghost stays behind', async () => {
  const { kind, came, texts } = await read(
    exported({
      posts: [
        {
          ...post,
          published_at: '2015-10-12T08:00:00.000Z',
          feature_image: '__GHOST_URL__/content/images/2015/10/desk.jpg',
          featured: 1,
        },
      ],
      users: [
        { id: 'u1', slug: 'kate', name: 'Kate Byrne', email: 'kate@x.example' },
        { id: 'u2', slug: 'sol', name: 'Sol' },
      ],
      tags: [
        { id: 't1', name: 'Law', slug: 'law' },
        { id: 't2', name: '#wide', slug: 'hash-wide', visibility: 'internal' },
      ],
      posts_authors: [
        { post_id: 'a', author_id: 'u1', sort_order: 1 },
        { post_id: 'a', author_id: 'u2', sort_order: 0 },
      ],
      posts_tags: [
        { post_id: 'a', tag_id: 't2', sort_order: 0 },
        { post_id: 'a', tag_id: 't1', sort_order: 1 },
      ],
      posts_meta: [{ post_id: 'a', feature_image_alt: 'A desk' }],
      settings: [
        { key: 'title', value: 'ILN' },
        { key: 'locale', value: 'es' },
      ],
    }),
    'https://iln.example/',
  )

  expect(kind).toBe('ghost')
  expect(came.map(({ is }) => is)).toEqual(['site', 'author', 'author', 'term', 'file', 'post'])
  expect(came[0]).toEqual({ is: 'site', title: 'ILN', address: 'https://iln.example', language: 'es' })
  expect(came[4]).toMatchObject({
    ...{
      sourceId: '2015/10/desk.jpg',
      url: 'https://iln.example/content/images/2015/10/desk.jpg',
      alt: 'A desk',
    },
  })
  expect(texts[0]).toMatchObject({
    ...{ authors: ['sol', 'kate'], terms: [{ slug: 'law', name: 'Law' }], picture: '2015/10/desk.jpg' },
    ...{ address: 'https://iln.example/copyright/', at: new Date('2015-10-12T08:00:00Z'), isSticky: true },
  })
})

test('pictures of a text come along once, whatever their size, and its links lose the mark of its address', async () => {
  const html =
    '<img src="__GHOST_URL__/content/images/size/w600/2020/01/a.png"><img src="__GHOST_URL__/content/images/2020/01/a.png"><a href="__GHOST_URL__/about/">x</a>'
  const { came, texts } = await read(exported({ posts: [{ ...post, html }] }))

  expect(came.flatMap((one) => (one.is === 'file' ? [one.url] : []))).toEqual([
    '/content/images/2020/01/a.png',
  ])
  expect(texts[0]?.body).toContain('<a href="/about/">')
})

test.each([
  [{ status: 'published' }, 'public'],
  [{ status: 'published', visibility: 'members' }, 'members'],
  [{ status: 'published', visibility: 'paid' }, 'members'],
  [{ status: 'sent' }, 'sent'],
  [{ status: 'scheduled' }, 'scheduled'],
  [{ status: 'draft', visibility: 'members' }, 'draft'],
  [{ status: 'archived' }, 'other'],
])('%j is %s', async (columns, state) => {
  const { texts } = await read(exported({ posts: [{ ...post, ...columns }] }))

  expect(texts[0]?.state).toBe(state)
})

test('old exports: bare, numbers for ids, milliseconds, one author, dated addresses, pages by a column', async () => {
  const { texts } = await read(
    `\ufeff ${JSON.stringify({
      meta: {},
      data: {
        posts: [
          { ...post, id: 1, author_id: 7, published_at: 1444636800000, markdown: 'x' },
          { ...post, id: 2, slug: 'about', page: 1 },
        ],
        users: [{ id: 7, slug: 'kate', name: 'Kate' }],
        settings: [{ key: 'permalinks', value: '/:year/:month/:day/:slug/' }],
      },
    })}`,
  )

  expect(texts.map(({ is, sourceId, address, authors }) => [is, sourceId, address, authors])).toEqual([
    ['post', '1', '/2015/10/12/copyright/', ['kate']],
    ['page', '2', '/about/', []],
  ])
})

test.each(['{"db":[', '{"posts":[]}', '[]', '{"db":[{"data":{}}]}'])('%s is refused', async (text) => {
  await expect(read(text)).rejects.toEqual(new Unacceptable('not-ghost'))
})

const lexical = (...children: object[]) => JSON.stringify({ root: { type: 'root', children } })
const mobiledoc = (doc: object) =>
  JSON.stringify({ version: '0.3.1', atoms: [], cards: [], markups: [], sections: [], ...doc })

test.each([
  ['html, before all else', { html: '<!--kg-card-begin: html--><b>x</b>', lexical: '{' }, '<b>x</b>', []],
  [
    'words and links of lexical',
    {
      lexical: lexical({
        type: 'paragraph',
        children: [
          { type: 'extended-text', text: 'a < b', format: 3 },
          { type: 'link', url: 'https://x.example/?a="', children: [{ type: 'text', text: 'c', format: 0 }] },
        ],
      }),
    },
    '<p><em><strong>a &lt; b</strong></em><a href="https://x.example/?a=&quot;">c</a></p>',
    [],
  ],
  [
    'a card that nobody knows, in lexical',
    { lexical: lexical({ type: 'signup' }, { type: 'horizontalrule' }) },
    '<hr>',
    ['signup'],
  ],
  [
    'marks of mobiledoc',
    {
      mobiledoc: mobiledoc({
        markups: [['strong'], ['a', ['href', 'https://x.example']]],
        sections: [
          [
            1,
            'p',
            [
              [0, [0], 0, 'a'],
              [0, [1], 2, 'b'],
              [0, [], 0, 'c'],
            ],
          ],
        ],
      }),
    },
    '<p><strong>a<a href="https://x.example">b</a></strong>c</p>',
    [],
  ],
  [
    'cards of mobiledoc',
    {
      mobiledoc: mobiledoc({
        cards: [
          ['card-markdown', { markdown: '*a*' }],
          ['poll', {}],
        ],
        sections: [
          [10, 0],
          [10, 1],
          [3, 'ul', [[[0, [], 0, 'b']]]],
        ],
      }),
    },
    '<p><em>a</em></p><ul><li>b</li></ul>',
    ['poll'],
  ],
  ['an editor’s JSON that breaks off', { mobiledoc: '{"version"' }, '', ['mobiledoc']],
  ['nothing', { html: null }, '', []],
])('the body of a post: %s', (_name, columns, html, unread) => {
  const body = bodyOf(columns)

  expect([body.html, body.unread]).toEqual([html, unread])
})
