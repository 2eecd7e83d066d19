// Written by bin/words.mjs from the word files beside it; not for editing.
import { wordFiles } from '../../../platform/word-files.ts'
import type { Anywhere, Text } from '../../../platform/words.ts'
import lists_en from './lists.en.json' with { type: 'json' }
import search_en from './search.en.json' with { type: 'json' }
import shell_en from './shell.en.json' with { type: 'json' }

const en = {
  ...lists_en,
  ...search_en,
  ...shell_en,
}

/** In each language. */
export const files = wordFiles('features/archive', en)

export type English = typeof en

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
