import { expect, test } from 'vitest'
import { type Crate, roCrate } from './crate.ts'
import { aPublished } from './published.builder.ts'

const by = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' }
const ada = {
  ...{ name: 'Ada Molina', parts: { given: 'Ada', family: 'Molina' } },
  ...{ slug: 'ada-molina', orcid: '0000-0002-1825-0097' },
}
const sol = { name: 'Sol', parts: null, slug: 'sol', orcid: null }

const english = aPublished({
  ...{ authors: [ada, sol], licence: by, doi: '10.1234/desk', issn: '2049-3630', tags: ['desks'] },
  translations: [
    { locale: 'es', url: 'https://iln.example/posts/bienvenida' },
    { locale: 'ar', url: 'https://iln.example/posts/elsewhere' },
  ],
})
const spanish = aPublished({
  ...{ title: 'Bienvenida', locale: 'es', url: 'https://iln.example/posts/bienvenida', authors: [] },
  publishedOn: '2016-02-28',
})

const aCrate = (change: Partial<Crate> = {}): Crate => ({
  title: 'Posts of round 2016A',
  description: 'What came out in round 2016A.',
  locale: 'en',
  page: 'https://iln.example/rounds/2016A/posts',
  startsOn: '2016-02-28',
  endsOn: '2016-06-18',
  licence: by,
  rights: 'Text: CC BY 4.0.',
  feeds: [
    {
      ...{ url: 'https://iln.example/rounds/2016A/posts/feed.json', type: 'application/feed+json' },
      name: 'Round 2016A',
    },
  ],
  posts: [english, spanish],
  ...change,
})

type Entity = Record<string, unknown> & { '@id': string; '@type': string | string[] }

/** What a crate must be by RO-Crate 1.2, sections 3 to 6; each rule that it breaks, in words. */
function faultsOf(crate: Record<string, unknown>): string[] {
  const graph = crate['@graph'] as Entity[]
  const byId = new Map(graph.map((entity) => [entity['@id'], entity]))
  const descriptor = byId.get('ro-crate-metadata.json')
  const rootId = (descriptor?.about as Entity | undefined)?.['@id'] ?? ''
  const root = byId.get(rootId)
  const is = (entity: Entity | undefined, type: string) => [entity?.['@type']].flat().includes(type)
  const isText = (value: unknown) => typeof value === 'string' && value !== ''
  const rules: Record<string, boolean> = {
    'its keys are context and graph': Object.keys(crate).join() === '@context,@graph',
    'its context is that of RO-Crate 1.2': crate['@context'] === 'https://w3id.org/ro/crate/1.2/context',
    'each entity stands in it once': byId.size === graph.length,
    'it describes itself': is(descriptor, 'CreativeWork'),
    'it names its specification':
      (descriptor?.conformsTo as Entity | undefined)?.['@id'] === 'https://w3id.org/ro/crate/1.2',
    'its root is a dataset at ./': rootId === './' && is(root, 'Dataset'),
    'its root has a name and a description': isText(root?.name) && isText(root?.description),
    'its root has one day': /^\d{4}-\d{2}-\d{2}$/.test(String(root?.datePublished)),
    'its root has a licence':
      isText(root?.license) || byId.has((root?.license as Entity | undefined)?.['@id'] ?? ''),
    'it is flat': graph.every((entity) => Object.values(entity).flat().every(isFlat)),
    'what it names it describes': referred(graph).every(
      (id) => byId.has(id) || id.startsWith('https://w3id.org/ro/'),
    ),
    'what it describes it names': graph.every(
      (entity) => entity === descriptor || referred(graph).includes(entity['@id']),
    ),
    'each entity has a type and an address': graph.every(
      (entity) => isText(entity['@type']) || (entity['@type'].length > 0 && isAddress(entity['@id'])),
    ),
    'parts on the web have a name and a type of file': graph
      .filter((entity) => is(entity, 'File'))
      .every((file) => isText(file.name) && isText(file.encodingFormat) && URL.canParse(file['@id'])),
    'people and licences have names': graph
      .filter((entity) => ['Person', 'Organization', 'CreativeWork'].some((type) => is(entity, type)))
      .every((entity) => entity === descriptor || isText(entity.name)),
  }
  return Object.keys(rules).filter((rule) => !rules[rule])
}

const isFlat = (value: unknown) =>
  typeof value !== 'object' || (value !== null && Object.keys(value).join() === '@id')
const isAddress = (id: string) => URL.canParse(id, 'https://iln.example/rounds/2016A/posts/')
const referred = (graph: readonly Entity[]): string[] =>
  graph.flatMap((entity) =>
    Object.values(entity)
      .flat()
      .flatMap((value) =>
        typeof value === 'object' && value !== null ? [(value as Entity)['@id'] ?? ''] : [],
      ),
  )

test('a crate keeps to the rules of RO-Crate', () => {
  expect(faultsOf(roCrate(aCrate()))).toEqual([])
  expect(faultsOf(roCrate(aCrate({ licence: null, posts: [aPublished({ authors: [] })] })))).toEqual([])
  expect(
    faultsOf(roCrate(aCrate({ posts: [aPublished({ authors: [{ name: 'A b', parts: null }] })] }))),
  ).toEqual([])
})

test('the rules see what is wrong', () => {
  const { '@graph': graph, ...crate } = roCrate(aCrate()) as { '@graph': Entity[] }
  const without = (id: string) => ({ ...crate, '@graph': graph.filter((entity) => entity['@id'] !== id) })
  const nested = graph.map((entity) =>
    entity['@id'] === './' ? { ...entity, publisher: { '@type': 'Organization', name: 'N' } } : entity,
  )

  expect(faultsOf(without('https://orcid.org/0000-0002-1825-0097'))).toEqual(['what it names it describes'])
  expect(faultsOf({ ...crate, '@graph': nested })).toContain('it is flat')
  expect(faultsOf({ ...crate, '@graph': [...graph, ...graph.slice(-1)] })).toEqual([
    'each entity stands in it once',
  ])
})

test('it says who wrote what, in which language, under which licence, and how all of it is cited', () => {
  const graph = roCrate(aCrate())['@graph'] as Entity[]
  const of = (id: string) => graph.find((entity) => entity['@id'] === id)

  expect(of('./')).toEqual({
    ...{ '@id': './', '@type': 'Dataset', name: 'Posts of round 2016A' },
    description: 'What came out in round 2016A.',
    ...{ datePublished: '2016-02-28', dateModified: '2016-03-01T08:00:00.000Z' },
    license: { '@id': by.url },
    url: 'https://iln.example/rounds/2016A/posts',
    'cite-as': 'https://iln.example/rounds/2016A/posts',
    creditText:
      'International Librarians Network (2016). Posts of round 2016A. https://iln.example/rounds/2016A/posts',
    inLanguage: ['en', 'es'],
    temporalCoverage: '2016-02-28/2016-06-18',
    keywords: ['desks'],
    author: [
      { '@id': 'https://orcid.org/0000-0002-1825-0097' },
      { '@id': 'https://iln.example/authors/sol' },
      { '@id': 'https://iln.example' },
    ],
    publisher: { '@id': 'https://iln.example' },
    hasPart: [
      { '@id': english.url },
      { '@id': spanish.url },
      { '@id': 'https://iln.example/rounds/2016A/posts/feed.json' },
    ],
  })
  expect(of(english.url)).toMatchObject({
    'cite-as': 'https://doi.org/10.1234/desk',
    workTranslation: [{ '@id': spanish.url }],
  })
  expect(of('https://doi.org/10.1234/desk')).toMatchObject({ value: 'doi:10.1234/desk' })
  expect(of('https://orcid.org/0000-0002-1825-0097')).toMatchObject({
    ...{ givenName: 'Ada', familyName: 'Molina', url: 'https://iln.example/authors/ada-molina' },
  })
})
