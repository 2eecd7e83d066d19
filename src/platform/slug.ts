import { createRequire } from 'node:module'
import type slugify from '@sindresorhus/slugify'
import { once } from './once.ts'

/** It writes letters of all scripts in Latin ones, by fifteen thousand rules that it makes ready as soon as it is there. */
const library = once(
  () => (createRequire(import.meta.url)('@sindresorhus/slugify') as { default: typeof slugify }).default,
)

/** A text in small Latin letters and figures, with hyphens between its words; empty for one that has none. */
export const slugged = (text: string): string =>
  library()(text, { decamelize: false, customReplacements: umlauts })

/** Read as in Spanish, where ü is a u, and not as in German. */
const umlauts: [string, string][] = [...'äöüÄÖÜ'].map((letter) => [letter, letter.normalize('NFD').charAt(0)])
