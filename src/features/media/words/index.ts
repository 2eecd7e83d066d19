// Written by bin/words.mjs from the word files beside it; not for editing.
import { wordFiles } from '../../../platform/word-files.ts'
import type { Anywhere, Text } from '../../../platform/words.ts'
import acts_en from './acts.en.json' with { type: 'json' }
import credit_en from './credit.en.json' with { type: 'json' }
import library_en from './library.en.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }

const en = {
  ...acts_en,
  ...credit_en,
  ...library_en,
  ...refusals_en,
}

/** In each language. */
export const files = wordFiles('features/media', en)

export type English = typeof en

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'noted.picture.added': { height: number; width: number }
  'credit.by': { author: Text }
  'credit.source': { source: Text }
  'library.count': { count: number }
  'library.shown': { count: number }
  'matter.alt': { count: number }
  'field.licence.version': { version: Text }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
