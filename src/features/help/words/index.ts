// Written by bin/words.mjs from the word files beside it; not for editing.
import { wordFiles } from '../../../platform/word-files.ts'
import type { Anywhere } from '../../../platform/words.ts'
import help_en from './help.en.json' with { type: 'json' }

const en = {
  ...help_en,
}

/** In each language. */
export const files = wordFiles('features/help', en)

export type English = typeof en

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  chapter: { count: number; place: number }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
