// Written by bin/words.mjs from the word files beside it; not for editing.
import { wordFiles } from '../../../platform/word-files.ts'
import type { Anywhere, Text } from '../../../platform/words.ts'
import dates_en from './dates.en.json' with { type: 'json' }
import feed_en from './feed.en.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }

const en = {
  ...dates_en,
  ...feed_en,
  ...refusals_en,
}

/** In each language. */
export const files = wordFiles('features/calendars', en)

export type English = typeof en

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
