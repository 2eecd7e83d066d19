import { readFileSync } from 'node:fs'
import { Ajv2019 } from 'ajv/dist/2019.js'
import { expect, test } from 'vitest'
import { dataciteRecord } from './datacite.ts'
import { aPublished } from './published.builder.ts'

/** What DataCite's JSON schema finds wrong; its ids and formats are of a dialect that others do not know. */
const { id: _, ...schema } = JSON.parse(readFileSync('test/data/datacite/datacite-v4.6.json', 'utf8'))
const never = { validate: () => false }
const ajv = new Ajv2019({
  allErrors: true,
  formats: {
    ...{ uri: (text: string) => URL.canParse(text), date: /^\d{4}-\d{2}-\d{2}$/, year: /^\d{4}$/ },
    ...{ yearmonth: /^\d{4}-\d{2}$/, datetime: never, 'year-range': never, 'yearmonth-range': never },
    ...{ 'date-range': never, 'datetime-range': never },
  },
})
const validate = ajv.compile(schema)
const faultsOf = (record: Record<string, unknown>) =>
  validate(record)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)

test('every record keeps to the schema of DataCite', () => {
  const licences = [
    null,
    { name: 'All rights reserved', url: null },
    { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  ]
  const posts = [
    ...licences.map((licence) => aPublished({ licence })),
    aPublished({ authors: [], summary: '', locale: 'zh' }),
    aPublished({
      authors: [
        { name: 'Ada Molina', parts: { given: 'Ada', family: 'Molina' }, orcid: '0000-0002-1825-0097' },
        { name: 'ليلى', parts: { given: '', family: 'ليلى' } },
        { name: 'Nobody knows', parts: null },
      ],
      ...{ doi: '10.1234/desk', issn: '2049-3630', tags: ['desks', 'chairs'] },
      corrections: [
        { on: '2016-03-01', said: 'The desk is green.' },
        { on: '2016-03-02', said: 'The chair as well.' },
      ],
      translations: [{ locale: 'es', url: 'https://iln.example/posts/bienvenida' }],
    }),
  ]

  expect(posts.flatMap((post) => faultsOf(dataciteRecord(post)))).toEqual([])
})

test('the schema sees what is wrong', () => {
  const record = dataciteRecord(aPublished())

  expect(faultsOf({ ...record, publicationYear: 2016 })).toContain('/publicationYear must be string')
  expect(faultsOf({ ...record, identifiers: [] })).toEqual([' must NOT have additional properties'])
  expect(faultsOf({ ...record, creators: [] })).toEqual(['/creators must NOT have fewer than 1 items'])
  expect(faultsOf({ ...record, dates: [{ date: '1 March', dateType: 'Issued' }] })).toContain(
    '/dates/0/date must match a schema in anyOf',
  )
})

test('a record says all that a registration agency asks for', () => {
  const post = aPublished({
    authors: [
      { name: 'Ada Molina', parts: { given: 'Ada', family: 'Molina' }, orcid: '0000-0002-1825-0097' },
      { name: 'Sol', parts: { given: '', family: 'Sol' } },
    ],
    ...{ doi: '10.1234/desk', issn: '2049-3630', tags: ['desks'] },
    licence: { name: 'CC BY-SA 4.0', url: 'https://creativecommons.org/licenses/by-sa/4.0/' },
    corrections: [{ on: '2016-03-01', said: 'The desk is green.' }],
    translations: [{ locale: 'es', url: 'https://iln.example/posts/bienvenida' }],
  })

  expect(dataciteRecord(post)).toEqual({
    schemaVersion: 'http://datacite.org/schema/kernel-4',
    doi: '10.1234/desk',
    types: { resourceTypeGeneral: 'Text', resourceType: 'BlogPost' },
    creators: [
      {
        ...{ name: 'Molina, Ada', nameType: 'Personal', givenName: 'Ada', familyName: 'Molina' },
        nameIdentifiers: [
          {
            nameIdentifier: 'https://orcid.org/0000-0002-1825-0097',
            ...{ nameIdentifierScheme: 'ORCID', schemeUri: 'https://orcid.org' },
          },
        ],
      },
      { name: 'Sol', nameType: 'Personal' },
    ],
    titles: [{ title: 'Welcome to my desk', lang: 'en' }],
    publisher: { name: 'International Librarians Network', lang: 'en' },
    publicationYear: '2016',
    dates: [
      { date: '2016-02-29', dateType: 'Issued' },
      { date: '2016-03-01', dateType: 'Updated', dateInformation: 'The desk is green.' },
    ],
    language: 'en',
    subjects: [{ subject: 'desks', lang: 'en' }],
    alternateIdentifiers: [
      {
        alternateIdentifier: 'https://iln.example/posts/welcome-to-my-desk',
        alternateIdentifierType: 'URL',
      },
    ],
    relatedIdentifiers: [
      {
        relatedIdentifier: 'https://iln.example/posts/bienvenida',
        ...{ relatedIdentifierType: 'URL', relationType: 'IsVariantFormOf' },
      },
    ],
    relatedItems: [
      {
        ...{ relatedItemType: 'Collection', relationType: 'IsPublishedIn' },
        titles: [{ title: 'International Librarians Network', lang: 'en' }],
        relatedItemIdentifier: { relatedItemIdentifier: '2049-3630', relatedItemIdentifierType: 'ISSN' },
      },
    ],
    formats: ['text/html'],
    rightsList: [
      {
        ...{ rights: 'CC BY-SA 4.0', lang: 'en' },
        rightsUri: 'https://creativecommons.org/licenses/by-sa/4.0/',
        ...{ rightsIdentifier: 'CC-BY-SA-4.0', rightsIdentifierScheme: 'SPDX' },
        schemeUri: 'https://spdx.org/licenses/',
      },
    ],
    descriptions: [{ description: 'Show us where you work.', descriptionType: 'Abstract', lang: 'en' }],
  })
})

test('what nobody signs is the network’s, and rights are said where no licence is', () => {
  const said = dataciteRecord(aPublished({ authors: [] }))

  expect([said.creators, said.rightsList, 'doi' in said]).toEqual([
    [{ name: 'International Librarians Network', nameType: 'Organizational' }],
    [{ rights: 'Texts: their authors and the network.', lang: 'en' }],
    false,
  ])
})
