// Written by bin/words.mjs from the word files beside it; not for editing.
import type { Anywhere, Text } from '../../../platform/words.ts'
import lists_ar from './lists.ar.json' with { type: 'json' }
import lists_en from './lists.en.json' with { type: 'json' }
import lists_es from './lists.es.json' with { type: 'json' }
import search_ar from './search.ar.json' with { type: 'json' }
import search_en from './search.en.json' with { type: 'json' }
import search_es from './search.es.json' with { type: 'json' }
import shell_ar from './shell.ar.json' with { type: 'json' }
import shell_en from './shell.en.json' with { type: 'json' }
import shell_es from './shell.es.json' with { type: 'json' }

export const en = {
  ...lists_en,
  ...search_en,
  ...shell_en,
}

export const es = {
  ...lists_es,
  ...search_es,
  ...shell_es,
}

export const ar = {
  ...lists_ar,
  ...search_ar,
  ...shell_ar,
}

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'doors.lead': { count: number }
  'doors.more': { count: Text }
  'list.count': { count: number }
  'list.tag': { tag: Text }
  'list.country': { country: Text }
  'list.year': { year: Text }
  'list.month': { month: Text }
  'list.locale': { language: Text }
  'list.months': { year: Text }
  'list.window': { page: Text; pages: Text }
  'topic.kicker': { code: Text; number: Text }
  'topic.count': { count: number }
  'search.title.for': { text: Text }
  'search.tag': { tag: Text }
  'search.author': { author: Text }
  'search.count': { count: number }
  'search.slip': { meant: Text; typed: Text }
  'search.word': { word: Text }
  'search.only': { word: Text }
  'search.all-posts': { text: Text }
  'search.position': { page: Text; pages: Text }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
