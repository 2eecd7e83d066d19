/** From what a blog comes in: an export of WordPress, one of Ghost, or a folder of Markdown. */
const arrivalKinds = ['wordpress', 'ghost', 'markdown'] as const
export type ArrivalKind = (typeof arrivalKinds)[number]

/** Somebody who wrote for the blog that comes in. */
export type CameAuthor = { login: string; number: string; name: string; email: string }

/** A category or a tag of it. */
export type CameTerm = {
  taxonomy: 'category' | 'tag'
  slug: string
  name: string
  number: string
  path: string
}

/** What it says of itself. */
export type CameSite = { title: string; address: string; language: string }

/**
 * How far a text was where it comes from; `members` is for what only they could read, `sent` for what went out by email alone,
 * `other` for what was thrown away or never begun.
 */
export type CameState = 'public' | 'scheduled' | 'draft' | 'private' | 'locked' | 'members' | 'sent' | 'other'

export type CameComment = {
  sourceId: string
  parentId: string | null
  name: string
  email: string
  /** HTML. */
  text: string
  url: string
  at: Date | null
  state: 'shown' | 'waiting' | 'spam' | 'trash'
  isPing: boolean
  /** The author of the blog who wrote it, by their number; empty for a reader. */
  authorNumber: string
}

/** A text, with all that was said of it. */
export type CameText = {
  is: 'post' | 'page'
  sourceId: string
  title: string
  slug: string
  /** As it was read: whole, or its path where the file does not say where the blog was. */
  address: string
  /** Others that led to it. */
  aliases?: string[]
  body: string
  /** `typed` is WordPress's: HTML with blocks, shortcodes, and line ends that are breaks. */
  form: 'typed' | 'html' | 'markdown'
  /** Its own, where it says one. */
  language?: string
  /** The same for texts that say the same in several languages. */
  translationKey?: string
  /** For readers to talk over, and under which word, where a blog knows such things. */
  questions?: string[]
  hashtag?: string
  /** What its reader could not read. */
  remarks?: { code: 'block'; what: string }[]
  excerpt: string
  /** Their logins, in order. */
  authors: string[]
  state: CameState
  at: Date | null
  changedAt: Date | null
  isSticky: boolean
  /** Slugs, of categories first. */
  terms: { taxonomy: 'category' | 'tag'; slug: string; name: string }[]
  /** The picture that leads it: the number of a file, or where it was. */
  picture: string | null
  /** Notes below the text, by the ids by which it refers to them; HTML. */
  notes: { id: string; text: string }[]
  comments: CameComment[]
}

/** A file of it. */
export type CameFile = {
  is: 'file'
  sourceId: string
  /** Where it could be fetched once. */
  url: string
  address: string
  /** The text under which it was put. */
  parentId: string
  title: string
  alt: string
  caption: string
  /** Who made it, where it was found and what others may do with it, where a blog says so. */
  credit?: { author: string; source: string; licence: string }
  /** Numbers of what readers said on its page. */
  comments?: readonly string[]
}

/** A thing that has no place here, by its kind. */
export type CameElse = {
  is: 'else'
  sourceId: string
  title: string
  type: string
  /** Numbers of what readers said below it. */
  comments?: readonly string[]
  /** What texts show that name it by its number: a pattern of WordPress. */
  pattern?: string
}

export type CameItem = CameText | CameFile | CameElse

/** What a file says, in its order. */
export type Came =
  | ({ is: 'site' } & CameSite)
  | ({ is: 'author' } & CameAuthor)
  | ({ is: 'term' } & CameTerm)
  | CameItem

/** What became of something that came. */
export const outcomes = ['imported', 'merged', 'unchanged', 'left-out', 'failed'] as const
export type Outcome = (typeof outcomes)[number]

/** An address of the blog that was, as it is looked up: its path without a final slash, and the one query that says more. */
export type OldAddress = { path: string; key: string; value: string }

/** Queries by which WordPress names what it shows. */
export const oldKeys = ['p', 'page_id', 'attachment_id', 'cat', 'tag', 'author', 'm', 'feed'] as const

/** Stands for where a blog was, when nothing says it: old addresses are known by their paths. */
export const somewhere = 'http://blog.invalid'

/**
 * The same for every way to write an address: its path decoded, in composed letters and without a final slash.
 *
 * @param url absolute, or a path
 * @returns null for none that a blog has
 */
export function oldAddress(url: string): OldAddress | null {
  if (!URL.canParse(url, somewhere)) return null
  const { pathname, searchParams } = new URL(url, somewhere)
  const path = plainPath(pathname)
  if (path === null) return null
  const key = oldKeys.find((one) => searchParams.has(one))
  const value = key === undefined ? '' : (searchParams.get(key) ?? '').normalize('NFC')
  if (value.length > 300) return null
  return { path, key: key ?? '', value }
}

/** @returns null for one that is badly written, or far too long for an address */
function plainPath(pathname: string): string | null {
  if (pathname.length > 2_000) return null
  try {
    const path = decodeURIComponent(pathname)
      .normalize('NFC')
      .replace(/\/{2,}/g, '/')
    return path.includes('\0') ? null : path.replace(/\/$/, '') || '/'
  } catch {
    // Addresses were cut in the middle of a letter: WordPress keeps 200 bytes.
    return pathname.replace(/\/$/, '') || '/'
  }
}

/** Why something was left out, or failed. */
export const reasons = [
  ...([
    'thrown-away',
    'pages',
    'too-long',
    'empty',
    'edited-here',
    'removed-here',
    'spam',
    'erased',
    'kind',
  ] as const),
  ...(['text-left-out', 'no-picture', 'not-in-folder', 'fault'] as const),
  ...([
    'picture-too-narrow',
    'picture-broken',
    'picture-wrong-kind',
    'picture-too-many-pixels',
    'picture-interlaced',
  ] as const),
] as const

/** Why a file of Markdown does not say what it is. */
export const frontFaults = ['no-front-matter', 'toml', 'broken-front-matter'] as const

/** What could not come along as it was. */
export const remarks = [
  ...frontFaults,
  ...([
    'shortcode',
    'block',
    'picture-missing',
    'gallery',
    'form',
    'table',
    'too-deep',
    'tangled',
    'tags',
    'sticky',
  ] as const),
  ...(['locked', 'private', 'scheduled', 'members', 'sent', 'undated', 'kind'] as const),
] as const

export const itemKinds = ['post', 'page', 'file', 'comment', 'else'] as const
