// Written by bin/words.mjs from the word files beside it; not for editing.
import type { Anywhere, Text } from '../../../platform/words.ts'
import acts_ar from './acts.ar.json' with { type: 'json' }
import acts_en from './acts.en.json' with { type: 'json' }
import acts_es from './acts.es.json' with { type: 'json' }
import credit_ar from './credit.ar.json' with { type: 'json' }
import credit_en from './credit.en.json' with { type: 'json' }
import credit_es from './credit.es.json' with { type: 'json' }
import library_ar from './library.ar.json' with { type: 'json' }
import library_en from './library.en.json' with { type: 'json' }
import library_es from './library.es.json' with { type: 'json' }
import refusals_ar from './refusals.ar.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }
import refusals_es from './refusals.es.json' with { type: 'json' }

export const en = {
  ...acts_en,
  ...credit_en,
  ...library_en,
  ...refusals_en,
}

export const es = {
  ...acts_es,
  ...credit_es,
  ...library_es,
  ...refusals_es,
}

export const ar = {
  ...acts_ar,
  ...credit_ar,
  ...library_ar,
  ...refusals_ar,
}

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
