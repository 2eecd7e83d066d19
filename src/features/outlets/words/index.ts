// Written by bin/words.mjs from the word files beside it; not for editing.
import type { Anywhere, Text } from '../../../platform/words.ts'
import acts_ar from './acts.ar.json' with { type: 'json' }
import acts_en from './acts.en.json' with { type: 'json' }
import acts_es from './acts.es.json' with { type: 'json' }
import desk_ar from './desk.ar.json' with { type: 'json' }
import desk_en from './desk.en.json' with { type: 'json' }
import desk_es from './desk.es.json' with { type: 'json' }
import refusals_ar from './refusals.ar.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }
import refusals_es from './refusals.es.json' with { type: 'json' }

export const en = {
  ...acts_en,
  ...desk_en,
  ...refusals_en,
}

export const es = {
  ...acts_es,
  ...desk_es,
  ...refusals_es,
}

export const ar = {
  ...acts_ar,
  ...desk_ar,
  ...refusals_ar,
}

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'noted.outlet.added': { handle: Text }
  'noted.outlet.removed': { handle: Text }
  'noted.outlet.tried': { handle: Text }
  problem: { problem: Text }
  matter: { count: number }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
