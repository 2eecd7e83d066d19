import { expect, test } from 'vitest'
import { aPublished } from './published.builder.ts'
import { cardTags, citationTags, jsonLd } from './published.ts'
import { referenceIn } from './references.ts'

const post = aPublished()
const picture = 'https://iln.example/media/1/960.jpeg'
const card = { url: 'https://iln.example/posts/welcome-to-my-desk/card.png?v=1', alt: 'Welcome to my desk' }

test('reference managers find title, authors, day and blog, and take it for a post of one', () => {
  const authors = [...post.authors, { name: 'Sol', parts: null }]

  expect(citationTags({ ...post, authors, tags: ['desks'] })).toEqual([
    ['z:itemType', 'blogPost'],
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
    ['DCTERMS.abstract', 'Show us where you work.'],
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

/** With all by which it can be cited for good. */
const cited = aPublished({
  authors: [{ name: 'Ada Molina', parts: { given: 'Ada', family: 'Molina' }, orcid: '0000-0002-1825-0097' }],
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  ...{ doi: '10.1234/desk_1', issn: '2049-3630' },
  corrections: [{ on: '2016-03-01', said: 'The desk is green.' }],
})

test('what lasts is told to reference managers and search engines, and no journal is named', () => {
  const tags = citationTags(cited)
  const data = jsonLd(cited)

  expect(tags.filter(([name]) => /orcid|doi|issn|journal|rights|identifier/.test(name))).toEqual([
    ['citation_author_orcid', 'https://orcid.org/0000-0002-1825-0097'],
    ['citation_doi', '10.1234/desk_1'],
    ['citation_issn', '2049-3630'],
    ['DC.identifier', 'https://doi.org/10.1234/desk_1'],
    ['DC.rights', 'CC BY 4.0'],
  ])
  expect([data.author, data.license, data.identifier, data.correction]).toEqual([
    {
      ...{ '@type': 'Person', name: 'Ada Molina', givenName: 'Ada', familyName: 'Molina' },
      sameAs: 'https://orcid.org/0000-0002-1825-0097',
    },
    'https://creativecommons.org/licenses/by/4.0/',
    'https://doi.org/10.1234/desk_1',
    [{ '@type': 'CorrectionComment', text: 'The desk is green.', datePublished: '2016-03-01' }],
  ])
})

test('references hold the numbers of the post, of its blog and of its authors', () => {
  const [item] = JSON.parse(referenceIn('json', cited))

  expect(referenceIn('bib', cited)).toContain('  doi = {10.1234/desk\\_1},\n  issn = {2049-3630},\n')
  expect(referenceIn('ris', cited)).toContain('DO  - 10.1234/desk_1\r\nSN  - 2049-3630\r\n')
  expect([item.DOI, item.ISSN, item.author]).toEqual([
    '10.1234/desk_1',
    '2049-3630',
    [{ given: 'Ada', family: 'Molina', ORCID: 'https://orcid.org/0000-0002-1825-0097' }],
  ])
})
