export const kinds = ['mastodon', 'bluesky'] as const
export type Kind = (typeof kinds)[number]

/** What an outlet says of a post. */
export type Message = {
  title: string
  url: string
  /** As its author typed them. */
  tags: readonly string[]
  /** Of the post. */
  locale: string
}

/** How a service counts. */
export type Room = {
  /** Most signs as a reader counts them. */
  signs: number
  /** Most bytes in UTF-8; null where nobody counts them. */
  bytes: number | null
  /** What an address counts as, whatever its length; null where it counts as what it shows. */
  address: number | null
}

const MOST_TAGS = 5

/**
 * A tag as a hashtag, each of its words with a large letter, so that screen readers part them: "open access" is `#OpenAccess`.
 *
 * @returns null for a tag without a letter: services take such a thing for a number
 */
export function hashtagOf(tag: string): string | null {
  const words = tag.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const one = words.map((word) => word.replace(/^./u, (first) => first.toUpperCase())).join('')
  return /\p{L}/u.test(one) ? `#${one}` : null
}

export type Written = { text: string; hashtags: string[] }

/**
 * A message as a service takes it: the title, the address, and as many hashtags as there is room for. A title that is longer
 * than the room is cut at a word.
 *
 * @param shown the address as it stands in the text
 */
export function written({ title, tags }: Message, shown: string, room: Room): Written {
  const all = [...new Set(tags.flatMap((tag) => hashtagOf(tag) ?? []))].slice(0, MOST_TAGS)
  for (let count = all.length; count >= 0; count -= 1) {
    const hashtags = all.slice(0, count)
    const text = together(title, shown, hashtags)
    if (fits(text, shown, room)) return { text, hashtags }
  }
  const words = title.split(/\s+/u)
  for (let count = words.length - 1; count > 0; count -= 1) {
    const text = together(`${words.slice(0, count).join(' ')}…`, shown, [])
    if (fits(text, shown, room)) return { text, hashtags: [] }
  }
  const signs = [...new Intl.Segmenter().segment(title)].map(({ segment }) => segment)
  for (let count = signs.length - 1; count > 0; count -= 1) {
    const text = together(`${signs.slice(0, count).join('')}…`, shown, [])
    if (fits(text, shown, room)) return { text, hashtags: [] }
  }
  return { text: shown, hashtags: [] }
}

const together = (title: string, shown: string, hashtags: readonly string[]) =>
  [title, shown, hashtags.join(' ')].filter(Boolean).join('\n\n')

function fits(text: string, shown: string, { signs, bytes, address }: Room): boolean {
  const counted = address === null ? text : text.replace(shown, 'x'.repeat(address))
  return (
    [...new Intl.Segmenter().segment(counted)].length <= signs && (bytes === null || bytesOf(text) <= bytes)
  )
}

export const bytesOf = (text: string): number => new TextEncoder().encode(text).length

/** Where a message is. */
export type Standing = 'waiting' | 'sent' | 'failed' | 'removed' | 'stuck'

/** Only what is waiting is taken up again by itself; what is stuck is still there although its post was withdrawn. */
export function standingOf({ sentAt, removedAt, nextAt, problem }: Times, isWithdrawn: boolean): Standing {
  if (removedAt !== null) return 'removed'
  if (sentAt !== null) return isWithdrawn && problem !== null && nextAt === null ? 'stuck' : 'sent'
  return nextAt === null ? 'failed' : 'waiting'
}

type Times = { sentAt: Date | null; removedAt: Date | null; nextAt: Date | null; problem: string | null }

const FIRST_WAIT_MINUTES = 2
const MOST_TRIES = 8

/**
 * When something that failed is tried again: after two minutes first, then twice as long each time; about four hours in all.
 *
 * @param tries with the one that just failed
 * @returns null when nobody but an editor tries again
 */
export const nextTry = (tries: number, now: Date): Date | null =>
  tries >= MOST_TRIES ? null : new Date(now.getTime() + FIRST_WAIT_MINUTES * 60_000 * 2 ** (tries - 1))

const SIGNS = '234567abcdefghijklmnopqrstuvwxyz'

/**
 * A key of thirteen signs, by which Bluesky knows a record and Mastodon a request: the microseconds of an instant, and a number
 * that tells those of one instant apart.
 *
 * @param number from 0 to 1023
 * @source https://atproto.com/specs/tid
 */
export function keyOf(at: Date, number: number): string {
  let rest = ((BigInt(at.getTime()) * 1000n) << 10n) | BigInt(number)
  let key = ''
  for (let sign = 0; sign < 13; sign += 1) {
    key = (SIGNS[Number(rest & 31n)] ?? '') + key
    rest >>= 5n
  }
  return key
}
