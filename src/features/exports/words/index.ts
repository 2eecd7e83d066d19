// Written by bin/words.mjs from the word files beside it; not for editing.
import { wordFiles } from '../../../platform/word-files.ts'
import type { Anywhere, Text } from '../../../platform/words.ts'
import acts_en from './acts.en.json' with { type: 'json' }
import office_en from './office.en.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }

const en = {
  ...acts_en,
  ...office_en,
  ...refusals_en,
}

/** In each language. */
export const files = wordFiles('features/exports', en)

export type English = typeof en

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
