import { element, text, XML } from '../../platform/xml.ts'

/** A page as search engines are told of it; all addresses are absolute. */
export type SitemapPage = {
  url: string
  /** Where it is known. */
  updatedAt?: Date
  /** The same in other languages, itself left out. */
  locale?: string
  translations?: readonly { locale: string; url: string }[]
  picture?: string | null
}

/** Most posts in one part of the sitemap: far fewer than one may hold, so that none is slow to make. */
export const PART_SIZE = 1_000

/**
 * One part of the sitemap.
 *
 * @source https://www.sitemaps.org/protocol.html, and Google's extensions for pictures and for languages
 */
export function sitemapPart(pages: readonly SitemapPage[]): string {
  const namespaces = {
    xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
    'xmlns:image': 'http://www.google.com/schemas/sitemap-image/1.1',
    'xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
  }
  return XML + element('urlset', namespaces, ...pages.map(pageIn))
}

function pageIn({ url, updatedAt, locale, translations = [], picture = null }: SitemapPage): string {
  const all = locale === undefined || translations.length === 0 ? [] : [{ locale, url }, ...translations]
  return element(
    'url',
    {},
    element('loc', {}, text(url)),
    updatedAt === undefined ? '' : element('lastmod', {}, updatedAt.toISOString()),
    ...all.map((one) => element('xhtml:link', { rel: 'alternate', hreflang: one.locale, href: one.url })),
    picture === null ? '' : element('image:image', {}, element('image:loc', {}, text(picture))),
  )
}

/** The parts of the sitemap, each with when something in it changed last. */
export function sitemapIndex(parts: readonly { url: string; updatedAt: Date | null }[]): string {
  const listed = parts.map(({ url, updatedAt }) =>
    element(
      'sitemap',
      {},
      element('loc', {}, text(url)),
      updatedAt === null ? '' : element('lastmod', {}, updatedAt.toISOString()),
    ),
  )
  return XML + element('sitemapindex', { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }, ...listed)
}
