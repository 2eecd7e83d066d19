import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  cardTags,
  citation,
  citationTags,
  freeSlug,
  jsonLd,
  type Published,
  slugOf,
  stageOf,
  stateOf,
} from './post.ts'
import type { WorkingStage } from './stage.ts'

const noon = new Date('2016-02-29T12:00:00Z')

describe('where a post stands', () => {
  test.each([
    ['without a time it is a draft', null, null, 'draft'],
    ['before its time it is scheduled', new Date('2016-02-29T12:00:00.001Z'), null, 'scheduled'],
    ['at its very instant it is published', noon, null, 'published'],
    ['later it stays published', new Date('2015-10-12T00:00:00Z'), null, 'published'],
    ['taken back it is withdrawn', new Date('2015-10-12T00:00:00Z'), noon, 'withdrawn'],
  ])('%s', (_name, publishAt, withdrawnAt, state) => {
    expect(stateOf({ publishAt, withdrawnAt }, noon)).toEqual(state)
  })
})

test('on its way a post is where it was put, until a time was set', () => {
  const at = (stage: WorkingStage, publishAt: Date | null, withdrawnAt: Date | null = null) =>
    stageOf({ stage, publishAt, withdrawnAt }, noon)

  expect([
    at('proposed', null),
    at('review', null),
    at('review', new Date('2016-03-01T00:00:00Z')),
    at('drafting', noon),
    at('drafting', noon, noon),
  ]).toEqual(['proposed', 'review', 'scheduled', 'published', 'withdrawn'])
})

describe('the address of a post', () => {
  test.each([
    ['Discussion topic: Getting to know you', 'discussion-topic-getting-to-know-you'],
    ['  Ch-Ch-Ch-Changes!  ', 'ch-ch-ch-changes'],
    ['What’s in a library? Crème brûlée & Æsop', 'whats-in-a-library-creme-brulee-and-aesop'],
    ['Bücherei, Łódź, Straße, ılık', 'bucherei-lodz-strasse-ilik'],
    ['Vergüenza', 'verguenza'],
    ['McDonald’s eBooks 2016A', 'mcdonalds-ebooks-2016a'],
    ['Чтение вслух', 'chtenie-vslukh'],
    ['مكتبتي', 'mktbty'],
    ['図書館', 'post'],
    ['../../etc/passwd', 'etc-passwd'],
    [
      'one two three four five six seven eight nine ten eleven twelve',
      'one-two-three-four-five-six-seven-eight-nine-ten-eleven',
    ],
    ['x'.repeat(80), 'x'.repeat(60)],
  ])('%s', (title, slug) => {
    expect(slugOf(title)).toEqual(slug)
  })

  test('any title gives an address of the right form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (title) => {
        expect(slugOf(title)).toMatch(/^(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*$/)
      }),
    )
  })

  test('two posts with one title get two addresses', () => {
    expect([freeSlug('a', []), freeSlug('a', ['a', 'a-3']), freeSlug('a', ['a', 'a-2'])]).toEqual([
      'a',
      'a-2',
      'a-3',
    ])
  })
})

const post: Published = {
  title: 'Welcome to my desk',
  summary: 'Show us where you work.',
  byline: 'Ada Molina',
  locale: 'en',
  publishAt: noon,
  publishedOn: '2016-02-29',
  authors: [{ name: 'Ada Molina', parts: { given: 'Ada', family: 'Molina' } }],
  updatedAt: new Date('2016-03-01T08:00:00Z'),
  url: 'https://iln.example/posts/welcome-to-my-desk',
  publisher: 'International Librarians Network',
  image: null,
}

test('a post can be cited, also in another language, by the day of its round and without an author', () => {
  expect(citation(post)).toEqual(
    'Molina, Ada. (2016, February 29). Welcome to my desk. International Librarians Network. https://iln.example/posts/welcome-to-my-desk',
  )
  expect(
    citation({
      ...post,
      byline: '',
      authors: [],
      locale: 'es',
      title: '¿Qué ves?',
      publishedOn: '2016-01-01',
    }),
  ).toEqual(
    'International Librarians Network. (2016, 1 de enero). ¿Qué ves? International Librarians Network. https://iln.example/posts/welcome-to-my-desk',
  )
})

test('a name whose parts are not known is cited as it is printed', () => {
  expect(citation({ ...post, authors: [{ name: 'The team of 2016A', parts: null }] })).toContain(
    'The team of 2016A. (2016',
  )
})

test('several authors are cited together, and each is told to reference managers', () => {
  const together = { ...post, authors: [...post.authors, { name: 'Sol', parts: null }] }

  expect(citation(together)).toMatch(/^Molina, Ada, & Sol\. \(2016/)
  expect(citation({ ...together, locale: 'es' })).toMatch(/^Molina, Ada y Sol\. \(2016/)
  expect(citationTags(together).filter(([name]) => name === 'citation_author')).toEqual([
    ['citation_author', 'Molina, Ada'],
    ['citation_author', 'Sol'],
  ])
})

test('reference managers find title, author, day and place', () => {
  expect(citationTags(post)).toEqual([
    ['citation_title', 'Welcome to my desk'],
    ['citation_author', 'Molina, Ada'],
    ['citation_publication_date', '2016/02/29'],
    ['citation_journal_title', 'International Librarians Network'],
    ['citation_language', 'en'],
    ['citation_public_url', 'https://iln.example/posts/welcome-to-my-desk'],
  ])
})

test('a shared link shows title, summary and picture', () => {
  expect(Object.fromEntries(cardTags({ ...post, image: 'https://iln.example/media/1/960.jpeg' }))).toEqual({
    'og:type': 'article',
    'og:title': 'Welcome to my desk',
    'og:description': 'Show us where you work.',
    'og:url': 'https://iln.example/posts/welcome-to-my-desk',
    'og:site_name': 'International Librarians Network',
    'og:locale': 'en',
    'article:published_time': '2016-02-29T12:00:00.000Z',
    'article:modified_time': '2016-03-01T08:00:00.000Z',
    'og:image': 'https://iln.example/media/1/960.jpeg',
  })
})

test('a post is described in the words of schema.org', () => {
  expect(jsonLd(post)).toEqual({
    '@context': 'https://schema.org',
    '@type': 'BlogPosting',
    '@id': 'https://iln.example/posts/welcome-to-my-desk',
    url: 'https://iln.example/posts/welcome-to-my-desk',
    mainEntityOfPage: 'https://iln.example/posts/welcome-to-my-desk',
    headline: 'Welcome to my desk',
    description: 'Show us where you work.',
    inLanguage: 'en',
    datePublished: '2016-02-29T12:00:00.000Z',
    dateModified: '2016-03-01T08:00:00.000Z',
    author: { '@type': 'Person', name: 'Ada Molina', givenName: 'Ada', familyName: 'Molina' },
    publisher: { '@type': 'Organization', name: 'International Librarians Network' },
  })
})
