// Written by bin/words.mjs from the word files beside it; not for editing.
import type { Anywhere, Text } from '../../../platform/words.ts'
import acts_ar from './acts.ar.json' with { type: 'json' }
import acts_en from './acts.en.json' with { type: 'json' }
import acts_es from './acts.es.json' with { type: 'json' }
import office_ar from './office.ar.json' with { type: 'json' }
import office_en from './office.en.json' with { type: 'json' }
import office_es from './office.es.json' with { type: 'json' }
import refusals_ar from './refusals.ar.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }
import refusals_es from './refusals.es.json' with { type: 'json' }

export const en = {
  ...acts_en,
  ...office_en,
  ...refusals_en,
}

export const es = {
  ...acts_es,
  ...office_es,
  ...refusals_es,
}

export const ar = {
  ...acts_ar,
  ...office_ar,
  ...refusals_ar,
}

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'noted.blog.exported': { kind: Text; posts: number }
  'noted.blog.exported-with-addresses': { kind: Text; posts: number }
  'count.posts': { count: number }
  'term.topic': { code: Text; number: Text }
  'picture.credit': { author: Text; licence: Text; source: Text }
  'refusal.not-our-export': { path: Text }
  'refusal.export-has-no-file': { path: Text }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
