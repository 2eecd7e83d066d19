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
}

type Tag = [name: string, content: string]

/** As references name authors: the family name first where it is known, else as printed. */
export const sortedName = ({ name, parts }: Author): string =>
  parts && parts.given !== '' ? `${parts.family}, ${parts.given}` : name

/**
 * Names and contents of the `meta` elements that reference managers read: Highwire's, Dublin Core's, and one of PRISM that says
 * that it is a post of a blog. Zotero would take it for an article of a journal otherwise. A network is no person, and
 * would be parted into a first and a last name.
 *
 * @source https://www.zotero.org/support/dev/exposing_metadata and the translators "Embedded Metadata" and "RDF" of Zotero
 */
export function citationTags(post: Published): Tag[] {
  const day = post.publishedOn
  return [
    ['citation_title', post.title],
    ...post.authors.map((author): Tag => ['citation_author', sortedName(author)]),
    ['citation_publication_date', day.replaceAll('-', '/')],
    ['citation_publisher', post.publisher],
    ['citation_language', post.locale],
    ['citation_public_url', post.url],
    ['prism.genre', 'blogentry'],
    ['DC.type', 'blogPost'],
    ['DC.title', post.title],
    ...post.authors.map((author): Tag => ['DC.creator', sortedName(author)]),
    ['DC.date', day],
    ['DC.source', post.publisher],
    ['DC.language', post.locale],
    ['DC.identifier', post.url],
    ...post.tags.map((tag): Tag => ['DC.subject', tag]),
  ]
}

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

const personOf = ({ name, parts, slug }: Author, site: string) => ({
  '@type': 'Person',
  name,
  ...(parts && parts.given !== '' && { givenName: parts.given, familyName: parts.family }),
  ...(slug !== undefined && { url: `${site}/authors/${slug}` }),
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
    isPartOf: { '@type': 'Blog', name: post.publisher, url: post.site },
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
