// Written by bin/words.mjs from the word files beside it; not for editing.
import { wordFiles } from '../../../platform/word-files.ts'
import type { Anywhere, Text } from '../../../platform/words.ts'
import hours_en from './hours.en.json' with { type: 'json' }

const en = {
  ...hours_en,
}

/** In each language. */
export const files = wordFiles('features/hours', en)

export type English = typeof en

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'figure.preparing': { goal: Text; people: number }
  'figure.week': { goal: Text; people: number }
  'by-week.sentence': { goal: Text; most: Text }
  week: { number: number }
  'how.counted': { first: number; pause: number }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
