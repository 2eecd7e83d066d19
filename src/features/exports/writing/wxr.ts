import { version } from '../../../platform/version.ts'
import { element } from '../../../platform/xml.ts'
import { type Going, shownOn, shownPosts } from './going.ts'
import { openNumbers } from './numbers.ts'
import { type OutTerm, termsOf } from './terms.ts'
import { attachment, itemOfPage, itemOfPost, type Wxr } from './wxr-items.ts'
import { inHtml, plain, said } from './xml.ts'

const spaces = [
  ['excerpt', 'http://wordpress.org/export/1.2/excerpt/'],
  ['content', 'http://purl.org/rss/1.0/modules/content/'],
  ['wfw', 'http://wellformedweb.org/CommentAPI/'],
  ['dc', 'http://purl.org/dc/elements/1.1/'],
  ['wp', 'http://wordpress.org/export/1.2/'],
]

/** Who signs what nobody signs. */
const network = 'network'

/**
 * The blog as WordPress's own export, WXR 1.2, piece by piece. Pictures stand at their addresses on the living site, and in the
 * folder of pictures at the same paths.
 *
 * @source https://github.com/WordPress/WordPress/blob/6.8/wp-admin/includes/export.php
 */
export async function* wxr(going: Going): AsyncGenerator<string> {
  const names = spaces.map(([name, address]) => `\n  xmlns:${name}="${address}"`).join('')
  yield `<?xml version="1.0" encoding="UTF-8" ?>\n<rss version="2.0"${names}>\n<channel>\n`
  const numberOf = openNumbers()
  const slugs = new Set(going.authors.map(({ slug }) => slug))
  const one: Wxr = { going, numberOf, network, slugs, titled: new Set() }
  yield* headOf(one)
  // WordPress knows a thing again by its title and its day, which neither a page nor a picture has here: that of a post stands for it.
  let began: Date | null = null
  for await (const { post, pictures } of shownPosts(going)) {
    began ??= post.publishAt
    yield itemOfPost(one, post, pictures)
  }
  const at = began ?? going.site.madeAt
  for (const page of going.pages) yield itemOfPage(one, { ...page, at }, await shownOn(going, page))
  for (const picture of going.shown.values()) yield attachment(one, { ...picture, at: picture.since ?? at })
  yield `</channel>\n</rss>\n`
}

function* headOf(one: Wxr): Generator<string> {
  const { site, authors } = one.going
  const { origin } = site
  yield [
    said('title', inHtml(site.title)),
    plain('link', origin),
    said('description', inHtml(site.tagline)),
    plain('pubDate', site.madeAt.toUTCString()),
    plain('language', site.locales[0]),
    plain('wp:wxr_version', '1.2'),
    plain('wp:base_site_url', origin),
    plain('wp:base_blog_url', origin),
  ].join('')
  const ours = { slug: network, name: site.title, email: null }
  for (const { slug, name, email } of [ours, ...authors]) yield authorOf(one, { slug, name, email })
  for (const term of allTerms(one)) yield termOf(one, term)
  yield plain('generator', `Twinleaf ${version}`)
}

const authorOf = (
  { numberOf }: Wxr,
  { slug, name, email }: { slug: string; name: string; email: string | null },
) =>
  element(
    'wp:author',
    {},
    plain('wp:author_id', numberOf('author', slug)),
    said('wp:author_login', slug),
    said('wp:author_email', email ?? ''),
    said('wp:author_display_name', inHtml(name)),
    said('wp:author_first_name', ''),
    said('wp:author_last_name', ''),
  )

/** Each once, those that stand above others first. */
function allTerms({ going }: Wxr): OutTerm[] {
  const terms = new Map<string, OutTerm>()
  for (const head of going.heads)
    for (const term of termsOf(head, going)) terms.set(`${term.taxonomy} ${term.slug}`, term)
  return [...terms.values()].toSorted((a, b) => Number(a.parent !== '') - Number(b.parent !== ''))
}

function termOf({ numberOf }: Wxr, { taxonomy, slug, name, parent }: OutTerm): string {
  const number = plain('wp:term_id', numberOf('term', `${taxonomy} ${slug}`))
  return taxonomy === 'category'
    ? element(
        'wp:category',
        {},
        number,
        said('wp:category_nicename', slug),
        said('wp:category_parent', parent),
        said('wp:cat_name', inHtml(name)),
      )
    : element('wp:tag', {}, number, said('wp:tag_slug', slug), said('wp:tag_name', inHtml(name)))
}
