import type { Filter } from '../posts/index.ts'

const channelKinds = ['blog', 'language', 'tag', 'topic'] as const
export type ChannelKind = (typeof channelKinds)[number]

/** What can be followed from the fediverse. */
export type Channel = {
  id: string
  /** Its name there, before the host; never changed. */
  handle: string
  kind: ChannelKind
  /** Of the posts that a channel of a language passes on. */
  language: string | null
  /** As addresses spell it. */
  tag: string | null
  /** The topic of a round. */
  round: string | null
  fortnight: number | null
  /** As SPKI. */
  publicKey: Buffer
  /** Accounts elsewhere that are the network's as well. */
  alsoKnownAs: readonly string[]
  /** The account elsewhere that goes on in its stead. */
  movedTo: string | null
  madeAt: Date
}

/** What servers of every kind take for the name of an account. */
export const handleShape = /^[a-z0-9_]{1,30}$/

/** As people type it: `@blog@network.example`. */
export const fullHandle = (handle: string, origin: string): string => `@${handle}@${new URL(origin).host}`

/** The handle of the channel of a language, from that of the blog. */
export const languageHandle = (blog: string, language: string): string =>
  `${blog.slice(0, 27)}_${language
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .slice(0, 2)}`

/** The posts that a channel is of. */
export function filterOf({ kind, language, tag, round, fortnight }: Channel): Filter {
  if (kind === 'language' && language !== null) return { locale: language }
  if (kind === 'tag' && tag !== null) return { tag }
  if (kind === 'topic' && round !== null && fortnight !== null) return { round, topic: fortnight }
  return {}
}
