// Written by bin/words.mjs from the word files beside it; not for editing.
import type { Anywhere, Text } from '../../../platform/words.ts'
import dates_ar from './dates.ar.json' with { type: 'json' }
import dates_en from './dates.en.json' with { type: 'json' }
import dates_es from './dates.es.json' with { type: 'json' }
import feed_ar from './feed.ar.json' with { type: 'json' }
import feed_en from './feed.en.json' with { type: 'json' }
import feed_es from './feed.es.json' with { type: 'json' }
import refusals_ar from './refusals.ar.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }
import refusals_es from './refusals.es.json' with { type: 'json' }

export const en = {
  ...dates_en,
  ...feed_en,
  ...refusals_en,
}

export const es = {
  ...dates_es,
  ...feed_es,
  ...refusals_es,
}

export const ar = {
  ...dates_ar,
  ...feed_ar,
  ...refusals_ar,
}

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'date.begins': { round: Text }
  'date.half': { round: Text }
  'date.ends': { round: Text }
  'date.topic': { number: Text }
  'date.topic.titled': { number: Text; title: Text }
  'mine.text': { from: Text; round: Text; until: Text }
  'mine.line': { day: Text; what: Text }
  'date.post-due': { title: Text }
  'date.post-due.by': { name: Text; title: Text }
  'date.post-out': { title: Text }
  'feed.name': { site: Text }
  'feed.clock': { zone: Text }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
