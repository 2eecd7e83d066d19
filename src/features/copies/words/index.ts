// Written by bin/words.mjs from the word files beside it; not for editing.
import { wordFiles } from '../../../platform/word-files.ts'
import type { Anywhere, Text } from '../../../platform/words.ts'
import pages_en from './pages.en.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }

const en = {
  ...pages_en,
  ...refusals_en,
}

/** In each language. */
export const files = wordFiles('features/copies', en)

export type English = typeof en

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  notice: { day: Text }
  'notice.living': { address: Text }
  'found.count': { count: Text }
  'refusal.folder-not-ours': { path: Text }
  'refusal.folder-impossible': { path: Text }
  'refusal.folder-in-use': { lock: Text; path: Text }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
