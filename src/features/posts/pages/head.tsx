import { raw } from 'hono/html'
import { dayIn } from '../../../platform/days.ts'
import { type Network, textsIn } from '../../../platform/network/index.ts'
import { pictureSource } from '../../media/index.ts'
import { postPath } from '../paths.ts'
import { cardTags, citationTags, jsonLd, type Published } from '../published.ts'
import type { SignedPost } from '../queries/signed.ts'
import { postCardAt } from './card.ts'
import { FeedLinks } from './feeds.tsx'
import { licenceIn, printedRights } from './licence.ts'

/** A post as it is named elsewhere, in the words of its own language. */
export function publishedFrom(post: SignedPost, network: Network): Published {
  const { title, summary, locale, updatedAt, publishAt, tags, authors } = post
  const { origin, issn } = network
  const licence = licenceIn(locale, post.licence ?? network.licence)
  const at = (slug: string) => origin + postPath(slug)
  const card = postCardAt(network, post)
  return {
    ...{ title, summary, locale, updatedAt, publishAt, tags, authors },
    publishedOn: dayIn(publishAt, post.zone),
    url: at(post.slug),
    publisher: textsIn(network, locale).name,
    site: origin,
    image: post.picture ? origin + pictureSource(post.picture, 'text').src : null,
    card: card && { url: origin + card.path, alt: card.alt },
    translations: post.translations.map((one) => ({ locale: one.locale, url: at(one.slug) })),
    ...{ licence, rights: printedRights(locale, licence), issn, doi: post.doi },
    corrections: post.corrections.map((one) => ({ on: dayIn(new Date(one.at), post.zone), said: one.said })),
  }
}

/** What other sites, reference managers and feed readers look for, finished: it is the same for all readers. */
export function headOfPost(named: Published, network: Network): string {
  // Outside of a head, of several elements with one name only the last would be drawn.
  const head = String(
    <head>
      <PostHead named={named} network={network} />
    </head>,
  )
  return head.slice('<head>'.length, -'</head>'.length)
}

const PostHead = ({ named, network }: { named: Published; network: Network }) => (
  <>
    <meta name="description" content={named.summary} />
    <link rel="canonical" href={named.url} />
    {named.licence?.url ? <link rel="license" href={named.licence.url} /> : null}
    <Languages named={named} ours={network.locales} />
    <FeedLinks />
    <link rel="schema.DC" href="http://purl.org/dc/elements/1.1/" />
    <link rel="schema.DCTERMS" href="http://purl.org/dc/terms/" />
    {citationTags(named).map(([name, content]) => (
      <meta name={name} content={content} />
    ))}
    {cardTags(named).map(([property, content]) => (
      <meta property={property} content={content} />
    ))}
    <meta name="twitter:card" content="summary_large_image" />
    {/* A block of data: browsers do not run it, and the policy does not speak of it. */}
    <script type="application/ld+json">
      {raw(JSON.stringify(jsonLd(named)).replaceAll('<', '\\u003c'))}
    </script>
  </>
)

/** Each language it can be read in, itself among them; whoever reads none of them is led to the network's own. */
const Languages = ({ named, ours }: { named: Published; ours: readonly string[] }) => {
  if (named.translations.length === 0) return null
  const all = [{ locale: named.locale, url: named.url }, ...named.translations].toSorted((one, other) =>
    one.locale < other.locale ? -1 : 1,
  )
  const first = ours.flatMap((locale) => all.filter((one) => one.locale === locale))[0] ?? all[0]
  return (
    <>
      {all.map(({ locale, url }) => (
        <link rel="alternate" hreflang={locale} href={url} />
      ))}
      <link rel="alternate" hreflang="x-default" href={first?.url} />
    </>
  )
}
