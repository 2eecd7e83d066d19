import type { Found } from '../people/index.ts'

/** Of each kind so many are shown: no kind crowds out the others. */
export const mostShown = 10

/** Whether a typed text says enough to look for: two letters, or one sign of a script that writes words with it. */
export const isEnough = (text: string): boolean =>
  [...text].length >= 2 || /\p{Script=Han}|\p{Script=Hangul}/u.test(text)

export type Group = { kind: string; found: readonly Found[]; hasMore: boolean }

/** What was found by kind, in the order in which kinds first come. */
export const byKind = (found: readonly Found[]): Group[] =>
  [...Map.groupBy(found, ({ kind }) => kind)].map(([kind, all]) => ({
    kind,
    found: all.slice(0, mostShown),
    hasMore: all.length > mostShown,
  }))
