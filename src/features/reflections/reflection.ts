/** For whom a reflection is meant: its authors, coordinators, or the blog, whose editors then find it. */
export const audiences = ['private', 'coordinators', 'blog'] as const
export type Audience = (typeof audiences)[number]

/** What identifies an author to its readers. */
export const waysShown = ['name', 'given-name', 'unnamed'] as const
type ShownAs = (typeof waysShown)[number]

export type Author = {
  applicationId: string
  personId: string
  name: string
  givenName: string
  country: string | null
  shownAs: ShownAs
  /** The revision they agreed to last; null when they have not, or took it back. */
  agreedRev: number | null
}

export type Reflection = {
  id: string
  roundId: string
  title: string
  body: string
  locale: string
  audience: Audience
  rev: number
  changedAt: Date
  postId: string | null
  readAt: Date | null
  authors: Author[]
}

/** Whether somebody agrees to it as it stands: any change since took that back. */
export const agrees = ({ rev }: Pick<Reflection, 'rev'>, author: Author): boolean => author.agreedRev === rev

/** Whether others than its authors may read it. */
export const isShared = (one: Reflection): boolean =>
  one.audience !== 'private' && one.authors.length > 0 && one.authors.every((author) => agrees(one, author))

/** How an author is printed; null where they are not to be known. */
export function printedName({ shownAs, name, givenName }: Author): string | null {
  if (shownAs === 'unnamed') return null
  return shownAs === 'name' ? name : givenName
}

/** What a form says of a text: agreement is to all of it. */
export type Written = { title: string; body: string; audience: Audience; shownAs: ShownAs }

/** Whether saving would change anything that authors agree to. */
export const isSame = (
  one: Reflection,
  author: Author,
  { title, body, audience, shownAs }: Written,
): boolean =>
  one.title === title && one.body === body && one.audience === audience && author.shownAs === shownAs
