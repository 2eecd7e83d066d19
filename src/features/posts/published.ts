import { doiUrl, orcidUrl } from '../../platform/identifiers.ts'
import type { Author } from './person-name.ts'
import type { Post } from './post.ts'

/** A published post with what is needed to name it elsewhere. */
export type Published = Pick<Post, 'title' | 'summary' | 'locale' | 'updatedAt' | 'tags'> & {
  publishAt: Date
  /** The day it came out by the clock of its round, `YYYY-MM-DD`. */
  publishedOn: string
  /** Who signs it, in order; nobody when the network does. */
  authors: readonly Author[]
  /** Absolute address. */
  url: string
  /** Name of the network, which publishes, and its absolute address. */
  publisher: string
  site: string
  /** Its picture, if any. */
  image: string | null
  /** The drawn picture that stands for it where a link to it is shared, with what it says; null where none can be drawn. */
  card: { url: string; alt: string } | null
  /** The same in other languages. */
  translations: readonly { locale: string; url: string }[]
  /** Of its text, as it is printed, with its legal text where it has one; null where nothing is said. */
  licence: { name: string; url: string | null } | null
  /** What others may do with its text and its pictures, in a sentence. */
  rights: string
  doi: string | null
  /** Of the blog. */
  issn: string | null
  /** How it was put right since it came out, in sentences of its language, the first first; each on a day, `YYYY-MM-DD`. */
  corrections: readonly { on: string; said: string }[]
}

/** The address by which it is cited: that of its DOI, which stays when the blog moves, else its own. */
export const citedAt = ({ doi, url }: Pick<Published, 'doi' | 'url'>): string =>
  doi === null ? url : doiUrl(doi)

type Tag = [name: string, content: string]

/** As references name authors: the family name first where it is known, else as printed. */
export const sortedName = ({ name, parts }: Author): string =>
  parts && parts.given !== '' ? `${parts.family}, ${parts.given}` : name

/**
 * Names and contents of the `meta` elements that reference managers read: Highwire's, Dublin Core's, and those of Zotero and
 * PRISM that say that it is a post of a blog. It would be taken for an article of a journal otherwise, and is if one is
 * named. A network is no person, and would be parted into a first and a last name.
 *
 * @source https://www.zotero.org/support/dev/exposing_metadata and the translators "Embedded Metadata" and "RDF" of Zotero
 */
export function citationTags(post: Published): Tag[] {
  const day = post.publishedOn
  const { authors, doi, issn, licence } = post
  return [
    ['z:itemType', 'blogPost'],
    ['citation_title', post.title],
    ...authors.flatMap(authorTags),
    ['citation_publication_date', day.replaceAll('-', '/')],
    ['citation_publisher', post.publisher],
    ['citation_language', post.locale],
    ['citation_public_url', post.url],
    ...(doi === null ? [] : [['citation_doi', doi] satisfies Tag]),
    ...(issn === null ? [] : [['citation_issn', issn] satisfies Tag]),
    ['prism.genre', 'blogentry'],
    ['DC.type', 'blogPost'],
    ['DC.title', post.title],
    ...authors.map((author): Tag => ['DC.creator', sortedName(author)]),
    ['DC.date', day],
    ['DC.source', post.publisher],
    ['DC.language', post.locale],
    ['DC.identifier', citedAt(post)],
    ...(licence === null ? [] : [['DC.rights', licence.name] satisfies Tag]),
    ...post.tags.map((tag): Tag => ['DC.subject', tag]),
    ['DCTERMS.abstract', post.summary],
  ]
}

const authorTags = (author: Author): Tag[] => [
  ['citation_author', sortedName(author)],
  ...(author.orcid ? [['citation_author_orcid', orcidUrl(author.orcid)] satisfies Tag] : []),
]

/** Properties and contents of the `meta` elements from which other sites draw a card when the post is shared. */
export function cardTags(post: Published): Tag[] {
  const { card, image } = post
  const tags: Tag[] = [
    ['og:type', 'article'],
    ['og:title', post.title],
    ['og:description', post.summary],
    ['og:url', post.url],
    ['og:site_name', post.publisher],
    ['og:locale', post.locale],
    ...post.translations.map(({ locale }): Tag => ['og:locale:alternate', locale]),
    ['article:published_time', post.publishAt.toISOString()],
    ['article:modified_time', post.updatedAt.toISOString()],
  ]
  if (card)
    tags.push(
      ['og:image', card.url],
      ['og:image:width', '1200'],
      ['og:image:height', '630'],
      ['og:image:alt', card.alt],
    )
  else if (image !== null) tags.push(['og:image', image])
  return tags
}

const personOf = ({ name, parts, slug, orcid }: Author, site: string) => ({
  '@type': 'Person',
  name,
  ...(parts && parts.given !== '' && { givenName: parts.given, familyName: parts.family }),
  ...(slug !== undefined && { url: `${site}/authors/${slug}` }),
  ...(orcid && { sameAs: orcidUrl(orcid) }),
})

/** One person, or a list of several. */
const authorData = ({ authors, site }: Published) =>
  authors.length > 1
    ? authors.map((author) => personOf(author, site))
    : authors[0] && personOf(authors[0], site)

/**
 * The post as schema.org data.
 *
 * @source https://developers.google.com/search/docs/appearance/structured-data/article
 */
export function jsonLd(post: Published): Record<string, unknown> {
  const publisher = { '@type': 'Organization', name: post.publisher, url: post.site }
  const images = [post.image, post.card?.url ?? null].filter((image) => image !== null)
  return {
    '@context': 'https://schema.org',
    '@type': 'BlogPosting',
    '@id': post.url,
    url: post.url,
    mainEntityOfPage: post.url,
    headline: post.title,
    description: post.summary,
    inLanguage: post.locale,
    datePublished: post.publishAt.toISOString(),
    dateModified: post.updatedAt.toISOString(),
    author: authorData(post) ?? publisher,
    publisher,
    isPartOf: {
      ...{ '@type': 'Blog', name: post.publisher, url: post.site },
      ...(post.issn !== null && { issn: post.issn }),
    },
    ...(post.licence?.url && { license: post.licence.url }),
    ...(post.doi !== null && { identifier: doiUrl(post.doi), sameAs: doiUrl(post.doi) }),
    ...correctionData(post),
    ...(images.length === 0 ? {} : { image: images }),
    ...(post.tags.length === 0 ? {} : { keywords: post.tags }),
    ...(post.translations.length === 0
      ? {}
      : {
          workTranslation: post.translations.map(({ locale, url }) => ({
            '@type': 'BlogPosting',
            '@id': url,
            inLanguage: locale,
          })),
        }),
  }
}

const correctionData = ({ corrections }: Published) =>
  corrections.length > 0 && {
    correction: corrections.map(({ on, said }) => ({
      ...{ '@type': 'CorrectionComment', text: said, datePublished: on },
    })),
  }
