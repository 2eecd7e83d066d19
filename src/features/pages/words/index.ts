// Written by bin/words.mjs from the word files beside it; not for editing.
import { wordFiles } from '../../../platform/word-files.ts'
import type { Anywhere, Text } from '../../../platform/words.ts'
import acts_en from './acts.en.json' with { type: 'json' }
import office_en from './office.en.json' with { type: 'json' }
import public_en from './public.en.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }

const en = {
  ...acts_en,
  ...office_en,
  ...public_en,
  ...refusals_en,
}

/** In each language. */
export const files = wordFiles('features/pages', en)

export type English = typeof en

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'noted.page.published': { locale: Text; number: number; page: Text; version: Text }
  'state.own': { day: Text }
  'state.behind': { version: Text }
  'state.label': { language: Text; page: Text; state: Text }
  'one.title': { language: Text; page: Text }
  'one.missing': { language: Text; other: Text }
  'one.behind': { current: Text; other: Text; version: Text }
  'one.write': { language: Text }
  'revisions.name': { number: Text }
  'revision.lead': { by: Text; when: Text }
  'revision.views': { number: Text }
  'edit.title': { language: Text; page: Text }
  'edit.from': { number: Text }
  'field.change.same': { version: Text }
  'clash.title': { by: Text }
  'footnotes.back': { number: Text }
  elsewhere: { language: Text; wanted: Text }
  version: { version: Text }
  earlier: { version: Text }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
