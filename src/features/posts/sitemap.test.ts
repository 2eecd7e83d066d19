import { expect, test } from 'vitest'
import { sitemapIndex, sitemapPart } from './sitemap.ts'

const updatedAt = new Date('2016-03-01T08:00:00Z')
const flat = (xml: string) => xml.replaceAll('\n', '')

test('a page is told of with its languages, itself among them, and its picture', () => {
  const page = { url: 'https://iln.example/posts/desks', updatedAt, locale: 'en' }
  const spanish = { locale: 'es', url: 'https://iln.example/posts/mesas' }

  expect(
    flat(sitemapPart([{ ...page, translations: [spanish], picture: 'https://iln.example/a?b&c' }])),
  ).toContain(
    '<url><loc>https://iln.example/posts/desks</loc><lastmod>2016-03-01T08:00:00.000Z</lastmod>' +
      '<xhtml:link rel="alternate" hreflang="en" href="https://iln.example/posts/desks"></xhtml:link>' +
      '<xhtml:link rel="alternate" hreflang="es" href="https://iln.example/posts/mesas"></xhtml:link>' +
      '<image:image><image:loc>https://iln.example/a?b&amp;c</image:loc></image:image></url>',
  )
  expect(sitemapPart([page])).not.toContain('xhtml:link')
})

test('the parts are told of with when they changed last', () => {
  expect(flat(sitemapIndex([{ url: 'https://iln.example/sitemap/posts-1.xml', updatedAt }]))).toContain(
    '<sitemap><loc>https://iln.example/sitemap/posts-1.xml</loc><lastmod>2016-03-01T08:00:00.000Z</lastmod></sitemap>',
  )
})
