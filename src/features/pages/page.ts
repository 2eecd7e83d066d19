import type { Locale } from '../../platform/words.ts'

/** The pages on which a network tells of itself. `welcome` stands at the top of the front page. */
export const pageNames = [
  'welcome',
  'about',
  'how-it-works',
  'code-of-conduct',
  'privacy',
  'contact',
  'guidelines',
] as const
export type PageName = (typeof pageNames)[number]
export const isPageName = (text: string): text is PageName => pageNames.some((name) => name === text)

export type PageText = { title: string; body: string }

/** One state of a page in one language. */
export type Revision = PageText & {
  locale: Locale
  /** Counted from 1; 0 is the text that comes with Twinleaf. */
  number: number
  /** Which version of the code of conduct it states; null on other pages. */
  version: string | null
}

/**
 * The text that a reader gets: in their language if it has one, else in the first language on offer that does. A text that
 * states an earlier version of the code of conduct does not count, since nobody is asked to accept that one any more.
 *
 * @param newest the newest of each language; what nobody has written yet is not among them
 * @returns null when nobody has written the page in any language
 */
export function textFor<One extends Revision>(
  newest: readonly One[],
  version: string | null,
  wanted: readonly Locale[],
): One | null {
  const current = newest.filter((one) => one.version === version)
  const place = ({ locale }: One) => (wanted.includes(locale) ? wanted.indexOf(locale) : wanted.length)
  return current.toSorted((one, other) => place(one) - place(other))[0] ?? null
}

/**
 * What a version that comes out on a day is called: the day, and a number behind it for a second one on that day.
 *
 * @param day `YYYY-MM-DD`
 * @param earlier all versions there have been
 */
export function nextVersion(day: string, earlier: readonly string[]): string {
  const count = earlier.filter((version) => dayOf(version) === day).length
  return count === 0 ? day : `${day}.${count + 1}`
}

/** The day on which a version came out, `YYYY-MM-DD`. */
export const dayOf = (version: string): string => version.split('.')[0] ?? version
