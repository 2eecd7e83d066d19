import { type CrawlerKind, usualCrawlers } from '../crawlers.ts'
import { platformWords } from '../say.ts'
import { inEach, type Locale, locales, type Wording } from '../words.ts'

/** Signs that we have drawn. */
export const ourSigns = ['leaves', 'book', 'bridge', 'globe'] as const
export type OurSign = (typeof ourSigns)[number]

/** What the network says of itself in one language. */
export type NetworkTexts = { name: string; shortName: string; tagline: string; signature: string }

export type SignChoice = { sign: OurSign; pictureId: string | null }

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

/** The network as pages and emails show it: nothing that they need is empty. */
export type Network = Settings & {
  /** Scheme and host, no final slash: an email's links are absolute. */
  origin: string
  /** The settings before what is empty in them was filled. */
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

/**
 * Fills what was left empty: from the network's own language, or the next in which it has a name; where it has none,
 * from our words.
 */
export function networkFrom(
  settings: Settings,
  origin: string,
  wording: Wording = ours,
  pausedAt: Date | null = null,
): Network {
  const said = [...settings.locales, ...locales].map((locale) => settings.texts[locale])
  const own = said.find(({ name }) => name !== '') ?? settings.texts[settings.locales[0]]
  const filled = (locale: Locale): NetworkTexts => {
    const t = platformWords(locale)
    const said = settings.texts[locale]
    const name = said.name || own.name || t('network.name')
    const shortName = said.shortName || (said.name ? '' : own.shortName) || name
    const tagline = said.tagline || own.tagline || t('network.tagline')
    return { name, shortName, tagline, signature: said.signature || own.signature }
  }
  const texts = inEach(filled)
  return { ...settings, set: settings, origin, isNamed: own.name !== '', wording, pausedAt, texts }
}
