import { type CrawlerKind, usualCrawlers } from '../crawlers.ts'
import { platformWords } from '../say.ts'
import { inEach, isLocale, type Locale, locales, type Wording } from '../words.ts'

/** Signs that we have drawn. */
export const ourSigns = ['leaves', 'book', 'bridge', 'globe'] as const
export type OurSign = (typeof ourSigns)[number]

/** What the network says of itself in one language. */
export type NetworkTexts = { name: string; shortName: string; tagline: string; signature: string }

type SignChoice = { sign: OurSign; pictureId: string | null }

/** The settings as they were made: what is empty has not been set. */
export type Settings = SignChoice & {
  /** Those that are offered, the network's own one first. */
  locales: readonly [Locale, ...Locale[]]
  /** IANA zone in which new rounds and new people start. */
  zone: string
  /** `#rrggbb`; null for ours. */
  accent: string | null
  senderName: string
  replyTo: string
  postal: string
  /** Address of the WebSub hub that tells readers of our feeds about new posts; null for none. */
  hub: string | null
  /** Kinds of machines that may read what is public. */
  crawlers: readonly CrawlerKind[]
  /** By which search engines know that IndexNow messages are ours; null where they are not told. */
  indexNowKey: string | null
  /** Of posts that say no other, by the id that pictures have, or `all-rights-reserved`; null where nothing is said. */
  licence: string | null
  /** Of the blog; null for none. */
  issn: string | null
  texts: Record<Locale, NetworkTexts>
  /** Where else it is to be found. */
  links: readonly { label: string; href: string }[]
}

/** The network as pages and emails show it; what it says of itself in a language, `textsIn` fills. */
export type Network = Omit<Settings, 'texts'> & {
  /** Scheme and host, no final slash: an email's links are absolute. */
  origin: string
  /** The settings as they were made. */
  set: Settings
  /** Whether someone has given it a name. */
  isNamed: boolean
  /** What it says in its own words. */
  wording: Wording
  /** Since when it has been paused; null while it is not. */
  pausedAt: Date | null
}

const noTexts: NetworkTexts = { name: '', shortName: '', tagline: '', signature: '' }

/** Nothing is worded otherwise. */
const ours: Wording = {}

/** Of a network that nobody has set up. @see the defaults in the table */
export const unset: Settings = {
  locales,
  zone: 'UTC',
  sign: 'leaves',
  pictureId: null,
  accent: null,
  senderName: '',
  replyTo: '',
  postal: '',
  hub: null,
  crawlers: usualCrawlers,
  indexNowKey: null,
  licence: null,
  issn: null,
  texts: inEach(() => noTexts),
  links: [],
}

/** The network as it was set. */
export function networkFrom(
  set: Settings,
  origin: string,
  wording: Wording = ours,
  pausedAt: Date | null = null,
): Network {
  const { texts: _, ...settings } = set
  return { ...settings, set, origin, isNamed: ownTexts(set).name !== '', wording, pausedAt }
}

/** In the network's own language, or the next in which it has a name. */
function ownTexts({ locales: offered, texts }: Settings): NetworkTexts {
  const said = [...offered, ...locales].map((locale) => texts[locale])
  return said.find(({ name }) => name !== '') ?? texts[offered[0]]
}

/**
 * What the network says of itself in a language; in its own where that is none of ours. Nothing that pages and emails need is
 * empty: where it says nothing, it does as in its own language, and where it says nothing at all, our words stand.
 */
export function textsIn({ set }: Pick<Network, 'set'>, locale: string): NetworkTexts {
  const known = isLocale(locale) ? locale : set.locales[0]
  const [said, own] = [set.texts[known], ownTexts(set)]
  // A language is read only where it has to speak.
  const name = said.name || own.name || platformWords(known)('network.name')
  const shortName = said.shortName || (said.name ? '' : own.shortName) || name
  const tagline = said.tagline || own.tagline || platformWords(known)('network.tagline')
  return { name, shortName, tagline, signature: said.signature || own.signature }
}
