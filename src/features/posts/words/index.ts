// Written by bin/words.mjs from the word files beside it; not for editing.
import type { Anywhere, Text } from '../../../platform/words.ts'
import feeds_ar from './feeds.ar.json' with { type: 'json' }
import feeds_en from './feeds.en.json' with { type: 'json' }
import feeds_es from './feeds.es.json' with { type: 'json' }
import front_ar from './front.ar.json' with { type: 'json' }
import front_en from './front.en.json' with { type: 'json' }
import front_es from './front.es.json' with { type: 'json' }
import post_ar from './post.ar.json' with { type: 'json' }
import post_en from './post.en.json' with { type: 'json' }
import post_es from './post.es.json' with { type: 'json' }
import refusals_ar from './refusals.ar.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }
import refusals_es from './refusals.es.json' with { type: 'json' }
import shell_ar from './shell.ar.json' with { type: 'json' }
import shell_en from './shell.en.json' with { type: 'json' }
import shell_es from './shell.es.json' with { type: 'json' }

export const en = {
  ...feeds_en,
  ...front_en,
  ...post_en,
  ...refusals_en,
  ...shell_en,
}

export const es = {
  ...feeds_es,
  ...front_es,
  ...post_es,
  ...refusals_es,
  ...shell_es,
}

export const ar = {
  ...feeds_ar,
  ...front_ar,
  ...post_ar,
  ...refusals_ar,
  ...shell_ar,
}

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'feed.tag': { code: Text }
  'front.page': { page: Text }
  'pager.position': { page: Text; pages: Text }
  'round.title': { code: Text }
  'round.lead': { count: number }
  'round.lead.ended': { count: number }
  'round.back': { code: Text }
  'front.call': { round: Text; until: Text }
  'kicker.topic': { code: Text; number: Text }
  'kicker.round': { code: Text }
  'byline.by': { author: Text }
  'byline.minutes': { minutes: number }
  hashtag: { hashtag: Text }
  'cite.address': { url: Text }
  'footnotes.back': { number: Text }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
