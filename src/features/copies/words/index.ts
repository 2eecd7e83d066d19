// Written by bin/words.mjs from the word files beside it; not for editing.
import type { Anywhere, Text } from '../../../platform/words.ts'
import pages_ar from './pages.ar.json' with { type: 'json' }
import pages_en from './pages.en.json' with { type: 'json' }
import pages_es from './pages.es.json' with { type: 'json' }
import refusals_ar from './refusals.ar.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }
import refusals_es from './refusals.es.json' with { type: 'json' }

export const en = {
  ...pages_en,
  ...refusals_en,
}

export const es = {
  ...pages_es,
  ...refusals_es,
}

export const ar = {
  ...pages_ar,
  ...refusals_ar,
}

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  notice: { day: Text }
  'notice.living': { address: Text }
  'found.count': { count: Text }
  'refusal.folder-not-ours': { path: Text }
  'refusal.folder-in-use': { lock: Text; path: Text }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
