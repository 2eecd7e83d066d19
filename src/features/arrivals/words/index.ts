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
export const files = wordFiles('features/arrivals', en)

export type English = typeof en

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'noted.arrival.begun': { site: Text }
  'noted.arrival.ended': { site: Text }
  'remarks.sort': { count: number; what: Text }
  'remarks.more': { count: number }
  'report.title': { site: Text }
  'report.lead': { at: Text; by: Text; file: Text }
  'report.ended': { at: Text }
  'progress.text': { done: Text; total: Text }
  'sent.lead': { comments: Text; files: Text; from: Text; site: Text; texts: Text }
  'decide.name': { login: Text }
  'decide.account': { login: Text }
  'decide.category': { name: Text }
  'means.tag': { tag: Text }
  'means.round': { code: Text }
  'refusal.no-such-folder': { path: Text }
  'refusal.no-mapping': { where: Text }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
