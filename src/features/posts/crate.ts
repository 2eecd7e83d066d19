import { dayIn } from '../../platform/days.ts'
import { orcidUrl } from '../../platform/identifiers.ts'
import { citedAt, type Published } from './published.ts'

/** What came out in a round, as one thing that others can cite, keep and take apart. */
export type Crate = {
  /** What it is called, and what it is, in the network's language. */
  title: string
  description: string
  locale: string
  /** Absolute address of the page that lists its posts. */
  page: string
  /** The first and last day of the round, `YYYY-MM-DD`. */
  startsOn: string
  endsOn: string
  /** Under the licence of the network, as it is printed and with its legal text; null where nothing is said. */
  licence: Published['licence']
  /** What others may do with it, in a sentence. */
  rights: string
  /** Absolute addresses of its feeds, with their types. */
  feeds: readonly { url: string; type: string; name: string }[]
  /** In the order in which they came out; at least one. */
  posts: readonly Published[]
}

type Entity = { '@id': string; '@type': string | string[] } & Record<string, unknown>

export const CRATE_TYPE = 'application/ld+json'
export const CRATE_PROFILE = 'https://w3id.org/ro/crate/1.2'

/**
 * The posts of a round as a Research Object Crate: a dataset whose parts are its posts and its feeds. Everything that is named
 * in it is described in it, and stands in it once.
 *
 * @source https://w3id.org/ro/crate/1.2, an attached package on the web: it stands in the folder of the page that lists the posts
 */
export function roCrate(crate: Crate): Record<string, unknown> {
  const entities = [
    {
      '@id': 'ro-crate-metadata.json',
      '@type': 'CreativeWork',
      about: { '@id': './' },
      conformsTo: { '@id': CRATE_PROFILE },
    },
    rootOf(crate),
    ...crate.posts.map((post) => postIn(post, crate)),
    ...crate.feeds.map(feedIn),
    ...contextOf(crate),
  ]
  const once = new Map(entities.map((entity) => [entity['@id'], entity]))
  return { '@context': `${CRATE_PROFILE}/context`, '@graph': [...once.values()] }
}

const to = (id: string) => ({ '@id': id })

function rootOf({ posts, ...crate }: Crate): Entity {
  const authors = [...new Set(posts.flatMap((post) => creatorsOf(post)))]
  const changes = posts.map(({ updatedAt }) => updatedAt.getTime())
  const { publisher, site } = posts[0] ?? { publisher: '', site: '' }
  const years = [crate.startsOn, crate.endsOn].map((on) => on.slice(0, 4))
  return {
    '@id': './',
    '@type': 'Dataset',
    name: crate.title,
    description: crate.description,
    datePublished: posts.map(({ publishedOn }) => publishedOn).toSorted()[0],
    dateModified: new Date(Math.max(...changes)).toISOString(),
    license: crate.licence?.url ? to(crate.licence.url) : (crate.licence?.name ?? crate.rights),
    url: crate.page,
    'cite-as': crate.page,
    creditText: `${publisher} (${[...new Set(years)].join('–')}). ${crate.title}. ${crate.page}`,
    inLanguage: [...new Set(posts.map(({ locale }) => locale))],
    temporalCoverage: `${crate.startsOn}/${crate.endsOn}`,
    keywords: [...new Set(posts.flatMap(({ tags }) => tags))],
    author: authors.map(to),
    publisher: to(site),
    hasPart: [...posts.map(({ url }) => to(url)), ...crate.feeds.map(({ url }) => to(url))],
  }
}

/** A page is there to be read on the web, where its address says the same to everyone. */
function postIn(post: Published, { posts }: Crate): Entity {
  const inHere = new Set(posts.map(({ url }) => url))
  const translations = post.translations.filter(({ url }) => inHere.has(url))
  return {
    '@id': post.url,
    '@type': ['File', 'BlogPosting'],
    name: post.title,
    ...(post.summary !== '' && { description: post.summary }),
    encodingFormat: 'text/html',
    inLanguage: post.locale,
    datePublished: post.publishAt.toISOString(),
    dateModified: post.updatedAt.toISOString(),
    sdDatePublished: dayIn(post.updatedAt),
    author: creatorsOf(post).map(to),
    publisher: to(post.site),
    license: post.licence?.url ? to(post.licence.url) : (post.licence?.name ?? post.rights),
    ...(post.tags.length > 0 && { keywords: post.tags }),
    ...(post.doi !== null && { 'cite-as': citedAt(post), identifier: to(citedAt(post)) }),
    ...(translations.length > 0 && { workTranslation: translations.map(({ url }) => to(url)) }),
    ...(post.issn !== null && { isPartOf: to(blogId(post)) }),
  }
}

const feedIn = ({ url, type, name }: Crate['feeds'][number]): Entity => ({
  ...{ '@id': url, '@type': 'File', name, encodingFormat: type },
})

/** Whom and what the posts name. */
function contextOf({ posts, licence }: Crate): Entity[] {
  const licences = [licence, ...posts.map((post) => post.licence)]
  return [
    ...posts.flatMap((post) => post.authors.map((author) => personIn(author, post))),
    ...posts.map(({ publisher, site }) => ({
      '@id': site,
      '@type': 'Organization',
      name: publisher,
      url: site,
    })),
    ...licences.flatMap((one) =>
      one?.url
        ? [{ '@id': one.url, '@type': 'CreativeWork', name: one.name, description: one.name, url: one.url }]
        : [],
    ),
    ...posts.flatMap((post) => (post.doi === null ? [] : [doiIn(post, post.doi)])),
    ...posts.flatMap((post) => (post.issn === null ? [] : [blogIn(post, post.issn)])),
  ]
}

const creatorsOf = (post: Published): string[] =>
  post.authors.length > 0 ? post.authors.map((author) => personId(author, post)) : [post.site]

type Signing = Published['authors'][number]

/** Whoever has neither a number nor a page is known in the crate alone. */
function personId({ orcid, slug, name }: Signing, { site }: Published): string {
  if (orcid) return orcidUrl(orcid)
  return slug === undefined ? `#${encodeURIComponent(name)}` : `${site}/authors/${encodeURIComponent(slug)}`
}

const personIn = (author: Signing, post: Published): Entity => ({
  '@id': personId(author, post),
  '@type': 'Person',
  name: author.name,
  ...(author.parts &&
    author.parts.given !== '' && { givenName: author.parts.given, familyName: author.parts.family }),
  ...(author.slug !== undefined && { url: `${post.site}/authors/${encodeURIComponent(author.slug)}` }),
})

const doiIn = (post: Published, doi: string): Entity => ({
  '@id': citedAt(post),
  '@type': 'PropertyValue',
  propertyID: 'https://registry.identifiers.org/registry/doi',
  value: `doi:${doi}`,
  url: citedAt(post),
})

const blogId = ({ site }: Published) => `${site}/`
const blogIn = (post: Published, issn: string): Entity => ({
  ...{ '@id': blogId(post), '@type': 'Blog', name: post.publisher, url: post.site, issn },
})
