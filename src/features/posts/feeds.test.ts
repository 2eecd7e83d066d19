import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atom, entryId, type FeedEntry, type FeedSource, json, rss } from './feeds.ts'

const source: FeedSource = {
  id: 'https://iln.example/',
  title: 'International Librarians Network',
  description: 'Librarians of the world, in pairs.',
  locale: 'en',
  origin: 'https://iln.example',
  page: 'https://iln.example/',
  rss: 'https://iln.example/feed.rss',
  atom: 'https://iln.example/feed.atom',
  json: 'https://iln.example/feed.json',
  rights: 'Texts: CC BY 4.0.',
  updatedAt: new Date('2016-03-01T08:00:00Z'),
  withdrawn: [],
}

const entry: FeedEntry = {
  id: entryId('0b7f3c9e-2a44-4d0e-9a3b-5d6c7e8f9a0b'),
  url: 'https://iln.example/posts/desk?a=1&b=2',
  title: 'Desks & <b>chairs</b>',
  summary: 'Show us "yours".',
  html: '<p>A &#x26; B</p>',
  author: 'Ada Molina',
  locale: 'en',
  publishAt: new Date('2016-02-29T09:00:00Z'),
  updatedAt: new Date('2016-03-01T08:00:00Z'),
  tags: ['2016A'],
  picture: {
    url: 'https://iln.example/media/1/960.jpeg',
    bytes: 1234,
    alt: 'A desk, "tidy" & <small>',
    credit: 'Picture: Sol Ruiz, CC0 1.0.',
  },
}

type Element = { name: string; attributes: Record<string, string>; children: (Element | string)[] }

/** A strict reader for the XML we write: elements, attributes in double quotes, text with the basic entities. */
function parse(xml: string): Element {
  let rest = xml.replace('<?xml version="1.0" encoding="utf-8"?>\n', '')
  const take = (pattern: RegExp) => {
    const found = pattern.exec(rest)
    if (found) rest = rest.slice(found[0].length)
    return found
  }
  const plain = (text: string) => {
    if (/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/u.test(text) || !text.isWellFormed())
      throw new Error(`not a character of XML in ${JSON.stringify(text)}`)
    if (/&(?!(?:amp|lt|gt|quot);)|]]>/.test(text)) throw new Error(`not escaped: ${text}`)
    return text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&')
  }
  const element = (): Element => {
    const start = take(/^<([\w:-]+)((?: [\w:]+="[^"<]*")*)>/)
    if (!start?.[1]) throw new Error(`no element at ${rest.slice(0, 80)}`)
    const pairs = [...(start[2] ?? '').matchAll(/ ([\w:]+)="([^"]*)"/g)]
    const children: Element['children'] = []
    while (!rest.startsWith('</')) {
      const text = take(/^[^<]+/)
      children.push(text ? plain(text[0]) : element())
    }
    if (!take(new RegExp(`^</${start[1]}>`)))
      throw new Error(`${start[1]} is not closed at ${rest.slice(0, 80)}`)
    const attributes = Object.fromEntries(pairs.map(([, name, value]) => [name ?? '', plain(value ?? '')]))
    return { name: start[1], attributes, children: children.filter((child) => child !== '\n') }
  }
  const root = element()
  if (rest.trim() !== '') throw new Error(`something after the end: ${rest.slice(0, 80)}`)
  return root
}

const at = (root: Element, ...path: string[]): Element[] =>
  path.reduce<Element[]>(
    (found, name) =>
      found.flatMap(({ children }) =>
        children.filter((child): child is Element => typeof child !== 'string' && child.name === name),
      ),
    [root],
  )
const values = (elements: Element[]) =>
  elements.flatMap(({ name, attributes, children }) =>
    children.every((child) => typeof child === 'string') ? [[name, children.join(''), attributes]] : [],
  )

test('RSS carries the whole post, its author, its licence and its picture', () => {
  const channel = at(parse(rss(source, [entry])), 'channel')

  const items = at(channel[0] as Element, 'item')

  expect(values(channel[0]?.children as Element[])).toEqual([
    ['title', 'International Librarians Network', {}],
    ['link', 'https://iln.example/', {}],
    ['description', 'Librarians of the world, in pairs.', {}],
    ['language', 'en', {}],
    ['copyright', 'Texts: CC BY 4.0.', {}],
    ['lastBuildDate', 'Tue, 01 Mar 2016 08:00:00 GMT', {}],
    ['generator', 'Twinleaf', {}],
    ['atom:link', '', { rel: 'self', type: 'application/rss+xml', href: 'https://iln.example/feed.rss' }],
  ])
  expect(items.map((item) => values(item.children as Element[]))).toEqual([
    [
      ['title', 'Desks & <b>chairs</b>', {}],
      ['link', 'https://iln.example/posts/desk?a=1&b=2', {}],
      ['guid', 'urn:uuid:0b7f3c9e-2a44-4d0e-9a3b-5d6c7e8f9a0b', { isPermaLink: 'false' }],
      ['pubDate', 'Mon, 29 Feb 2016 09:00:00 GMT', {}],
      ['dc:creator', 'Ada Molina', {}],
      ['dc:language', 'en', {}],
      ['dc:rights', 'Texts: CC BY 4.0. Picture: Sol Ruiz, CC0 1.0.', {}],
      ['category', '2016A', {}],
      ['description', 'Show us "yours".', {}],
      ['content:encoded', '<p>A &#x26; B</p>', {}],
      ['enclosure', '', { url: 'https://iln.example/media/1/960.jpeg', length: '1234', type: 'image/jpeg' }],
    ],
  ])
})

test('Atom carries the same', () => {
  const feed = parse(atom(source, [entry, { ...entry, picture: null }]))

  expect(feed.attributes).toEqual({
    xmlns: 'http://www.w3.org/2005/Atom',
    'xmlns:at': 'http://purl.org/atompub/tombstones/1.0',
    'xmlns:prism': 'http://prismstandard.org/namespaces/basic/2.0/',
    'xml:lang': 'en',
  })
  expect(values(at(feed, 'link'))).toEqual([
    ['link', '', { rel: 'alternate', type: 'text/html', href: 'https://iln.example/' }],
    ['link', '', { rel: 'self', type: 'application/atom+xml', href: 'https://iln.example/feed.atom' }],
  ])
  expect(values(at(feed, 'entry')[0]?.children as Element[])).toEqual([
    ['id', 'urn:uuid:0b7f3c9e-2a44-4d0e-9a3b-5d6c7e8f9a0b', {}],
    ['title', 'Desks & <b>chairs</b>', {}],
    ['link', '', { rel: 'alternate', type: 'text/html', href: 'https://iln.example/posts/desk?a=1&b=2' }],
    [
      'link',
      '',
      {
        rel: 'enclosure',
        type: 'image/jpeg',
        href: 'https://iln.example/media/1/960.jpeg',
        length: '1234',
        title: 'A desk, "tidy" & <small>',
      },
    ],
    ['published', '2016-02-29T09:00:00.000Z', {}],
    ['updated', '2016-03-01T08:00:00.000Z', {}],
    ['category', '', { term: '2016A' }],
    ['rights', 'Texts: CC BY 4.0. Picture: Sol Ruiz, CC0 1.0.', { 'xml:lang': 'en' }],
    ['summary', 'Show us "yours".', {}],
    ['content', '<p>A &#x26; B</p>', { type: 'html' }],
  ])
  expect(at(feed, 'entry', 'author', 'name').map((name) => name.children)).toEqual([
    ['Ada Molina'],
    ['Ada Molina'],
  ])
})

test('Atom marks what was taken back', () => {
  const withdrawn = [{ id: entry.id, at: new Date('2016-03-02T10:00:00Z') }]

  const feed = parse(atom({ ...source, withdrawn }, []))

  expect(at(feed, 'at:deleted-entry').map(({ attributes }) => attributes)).toEqual([
    { ref: entry.id, when: '2016-03-02T10:00:00.000Z' },
  ])
})

test('JSON Feed carries the same', () => {
  expect(JSON.parse(json(source, [entry]))).toEqual({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'International Librarians Network',
    description: 'Librarians of the world, in pairs.',
    home_page_url: 'https://iln.example/',
    feed_url: 'https://iln.example/feed.json',
    language: 'en',
    items: [
      {
        id: 'urn:uuid:0b7f3c9e-2a44-4d0e-9a3b-5d6c7e8f9a0b',
        url: 'https://iln.example/posts/desk?a=1&b=2',
        title: 'Desks & <b>chairs</b>',
        summary: 'Show us "yours".',
        content_html: '<p>A &#x26; B</p>',
        language: 'en',
        date_published: '2016-02-29T09:00:00.000Z',
        date_modified: '2016-03-01T08:00:00.000Z',
        authors: [{ name: 'Ada Molina' }],
        tags: ['2016A'],
        image: 'https://iln.example/media/1/960.jpeg',
        _twinleaf: {
          rights: 'Texts: CC BY 4.0. Picture: Sol Ruiz, CC0 1.0.',
          image_alt: 'A desk, "tidy" & <small>',
        },
      },
    ],
  })
})

test('each author, the licence, DOI and ISSN are told in each form', () => {
  const cited = {
    ...entry,
    authors: [
      { name: 'Ada Molina', orcid: '0000-0002-1825-0097' },
      { name: 'Sol Ruiz', orcid: null },
    ],
    ...{ rights: 'Text: CC BY-SA 4.0.', doi: '10.1234/desk', picture: null },
    licence: 'https://creativecommons.org/licenses/by-sa/4.0/',
  }
  const of = { ...source, issn: '2049-3630' }
  const [inRss, inAtom, inJson] = [
    parse(rss(of, [cited])),
    parse(atom(of, [cited])),
    JSON.parse(json(of, [cited])),
  ]
  const told = (names: string[], element: Element | undefined) =>
    values(element?.children as Element[]).filter(([name]) => names.includes(String(name)))
  const license = { rel: 'license', href: cited.licence }

  expect(values(at(inRss, 'channel', 'prism:issn'))).toEqual([['prism:issn', '2049-3630', {}]])
  expect(
    told(['dc:creator', 'dc:rights', 'prism:doi', 'atom:link'], at(inRss, 'channel', 'item')[0]),
  ).toEqual([
    ['dc:creator', 'Ada Molina', {}],
    ['dc:creator', 'Sol Ruiz', {}],
    ['dc:rights', 'Text: CC BY-SA 4.0.', {}],
    ['prism:doi', '10.1234/desk', {}],
    ['atom:link', '', license],
  ])
  expect(
    at(inRss, 'channel', 'item', 'atom:author').flatMap(({ children }) => values(children as Element[])),
  ).toEqual([
    ['atom:name', 'Ada Molina', {}],
    ['atom:uri', 'https://orcid.org/0000-0002-1825-0097', {}],
  ])
  expect(values(at(inAtom, 'prism:issn'))).toEqual([['prism:issn', '2049-3630', {}]])
  expect(at(inAtom, 'entry', 'author').flatMap(({ children }) => values(children as Element[]))).toEqual([
    ['name', 'Ada Molina', {}],
    ['uri', 'https://orcid.org/0000-0002-1825-0097', {}],
    ['name', 'Sol Ruiz', {}],
  ])
  expect(told(['rights', 'prism:doi'], at(inAtom, 'entry')[0])).toEqual([
    ['prism:doi', '10.1234/desk', {}],
    ['rights', 'Text: CC BY-SA 4.0.', { 'xml:lang': 'en' }],
  ])
  expect(at(inAtom, 'entry', 'link').at(-1)?.attributes).toEqual(license)
  expect([inJson._twinleaf, inJson.items[0].authors, inJson.items[0]._twinleaf]).toEqual([
    { issn: '2049-3630' },
    [{ name: 'Ada Molina', url: 'https://orcid.org/0000-0002-1825-0097' }, { name: 'Sol Ruiz' }],
    {
      ...{ rights: 'Text: CC BY-SA 4.0.', license: cited.licence, doi: '10.1234/desk' },
      image_alt: null,
    },
  ])
})

test('a part of a feed leads to the others, and all there is in one part leads nowhere', () => {
  const ways = (feed: Element, link: string) =>
    at(feed, ...(link === 'link' ? [link] : ['channel', link])).flatMap(({ attributes: { rel, href } }) =>
      rel === 'alternate' ? [] : [`${rel} ${href?.replace('https://iln.example', '')}`],
    )
  const second = { ...source, part: { page: 2, hasOlder: true } }
  const only = { ...source, part: { page: 1, hasOlder: false } }

  expect(ways(parse(rss(second, [])), 'atom:link')).toEqual([
    ...['self /feed.rss?page=2', 'first /feed.rss', 'previous /feed.rss', 'next /feed.rss?page=3'],
  ])
  expect(ways(parse(atom(second, [])), 'link')).toEqual([
    ...['self /feed.atom?page=2', 'first /feed.atom', 'previous /feed.atom', 'next /feed.atom?page=3'],
  ])
  expect(JSON.parse(json(second, []))).toMatchObject({
    feed_url: 'https://iln.example/feed.json?page=2',
    next_url: 'https://iln.example/feed.json?page=3',
  })
  expect(ways(parse(atom(only, [])), 'link')).toEqual(['self /feed.atom'])
  expect(JSON.parse(json(only, []))).not.toHaveProperty('next_url')
})

test('an empty blog has valid feeds', () => {
  expect(at(parse(rss(source, [])), 'channel', 'item')).toEqual([])
  expect(at(parse(atom(source, [])), 'entry')).toEqual([])
  expect(JSON.parse(json(source, [])).items).toEqual([])
})

test('whatever a title says, the feeds stay valid XML and say it', () => {
  const hostile = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ']]>',
          '<![CDATA[',
          '</title>',
          '<',
          '&',
          '&amp;',
          '&#0;',
          '"',
          "'",
          '\u0000',
          '\u000b',
          '\ud800',
          '\ufffe',
          '<!--',
          '<?x',
          '\u202e',
          '\r',
        ),
        fc.string({ maxLength: 3 }),
      ),
      { maxLength: 12 },
    )
    .map((pieces) => `x${pieces.join('')}x`)
  fc.assert(
    fc.property(hostile, (title) => {
      const printed = { ...entry, title, author: title, summary: title, tags: [title], html: title }

      const item = at(parse(rss(source, [printed])), 'channel', 'item', 'title')
      const inAtom = at(parse(atom(source, [printed])), 'entry', 'title')
      const inJson = JSON.parse(json(source, [printed])).items[0].title

      expect(item[0]?.children).toEqual(inAtom[0]?.children)
      expect(item[0]?.children).toEqual([inJson])
    }),
    { numRuns: 400 },
  )
})
