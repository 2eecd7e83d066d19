import { expect, test } from 'vitest'
import { aPublished } from './published.builder.ts'
import { cardTags, citationTags, jsonLd } from './published.ts'

const post = aPublished()
const picture = 'https://iln.example/media/1/960.jpeg'
const card = { url: 'https://iln.example/posts/welcome-to-my-desk/card.png?v=1', alt: 'Welcome to my desk' }

test('reference managers find title, authors, day and blog, and take it for a post of one', () => {
  const authors = [...post.authors, { name: 'Sol', parts: null }]

  expect(citationTags({ ...post, authors, tags: ['desks'] })).toEqual([
    ['citation_title', 'Welcome to my desk'],
    ['citation_author', 'Molina, Ada'],
    ['citation_author', 'Sol'],
    ['citation_publication_date', '2016/02/29'],
    ['citation_publisher', 'International Librarians Network'],
    ['citation_language', 'en'],
    ['citation_public_url', 'https://iln.example/posts/welcome-to-my-desk'],
    ['prism.genre', 'blogentry'],
    ['DC.type', 'blogPost'],
    ['DC.title', 'Welcome to my desk'],
    ['DC.creator', 'Molina, Ada'],
    ['DC.creator', 'Sol'],
    ['DC.date', '2016-02-29'],
    ['DC.source', 'International Librarians Network'],
    ['DC.language', 'en'],
    ['DC.identifier', 'https://iln.example/posts/welcome-to-my-desk'],
    ['DC.subject', 'desks'],
  ])
  expect(citationTags({ ...post, authors: [] }).filter(([name]) => /author|creator/.test(name))).toEqual([])
})

test('a shared link shows title, summary and the drawn card, else the picture', () => {
  const translations = [{ locale: 'es', url: 'https://iln.example/posts/bienvenida' }]

  expect(Object.fromEntries(cardTags({ ...post, card, image: picture, translations }))).toEqual({
    'og:type': 'article',
    'og:title': 'Welcome to my desk',
    'og:description': 'Show us where you work.',
    'og:url': 'https://iln.example/posts/welcome-to-my-desk',
    'og:site_name': 'International Librarians Network',
    'og:locale': 'en',
    'og:locale:alternate': 'es',
    'article:published_time': '2016-02-29T12:00:00.000Z',
    'article:modified_time': '2016-03-01T08:00:00.000Z',
    'og:image': card.url,
    'og:image:width': '1200',
    'og:image:height': '630',
    'og:image:alt': card.alt,
  })
  expect(cardTags({ ...post, image: picture }).at(-1)).toEqual(['og:image', picture])
})

test('a post is described in the words of schema.org', () => {
  const authors = [
    { ...post.authors[0], name: 'Ada Molina', slug: 'ada-molina', parts: { given: 'Ada', family: 'Molina' } },
  ]
  const translations = [{ locale: 'es', url: 'https://iln.example/posts/bienvenida' }]

  expect(jsonLd({ ...post, authors, card, tags: ['desks'], translations })).toEqual({
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
    author: {
      ...{ '@type': 'Person', name: 'Ada Molina', givenName: 'Ada', familyName: 'Molina' },
      url: 'https://iln.example/authors/ada-molina',
    },
    publisher: {
      ...{ '@type': 'Organization', name: 'International Librarians Network', url: 'https://iln.example' },
    },
    isPartOf: { '@type': 'Blog', name: 'International Librarians Network', url: 'https://iln.example' },
    image: [card.url],
    keywords: ['desks'],
    workTranslation: [
      { '@type': 'BlogPosting', '@id': 'https://iln.example/posts/bienvenida', inLanguage: 'es' },
    ],
  })
})
