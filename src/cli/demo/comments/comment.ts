import type { Decision } from '../../../features/comments/index.ts'
import type { Locale } from '../../../platform/words.ts'

/** What a reader said under a post of the demonstration. */
export type DemoComment = {
  /** The slug of the post. */
  on: string
  at: string
  by: readonly [name: string, email: string, locale: Locale]
  text: string
  follows?: boolean
  /** By which later ones name it, and the name of the one that it answers. */
  as?: string
  answers?: string
  /** What an editor decided soon after; nothing for those that still wait, and those that need nobody. */
  decided?: Decision
  /** By the editor of the demonstration, signed in. */
  byEditor?: true
  /** What another reader reported, and when; nobody has looked at it yet. */
  reported?: readonly [at: string, words: string]
}

/** Somebody with an address made from their name, which is written in Latin letters. */
export const from = (name: string, locale: Locale = 'en'): DemoComment['by'] => [
  name,
  `${name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z]/g, '')
    .toLowerCase()}@example.com`,
  locale,
]
