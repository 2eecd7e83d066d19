// Written by bin/words.mjs from the word files beside it; not for editing.
import type { Anywhere, Text } from '../../../platform/words.ts'
import hours_ar from './hours.ar.json' with { type: 'json' }
import hours_en from './hours.en.json' with { type: 'json' }
import hours_es from './hours.es.json' with { type: 'json' }

export const en = {
  ...hours_en,
}

export const es = {
  ...hours_es,
}

export const ar = {
  ...hours_ar,
}

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
