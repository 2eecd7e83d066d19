// Written by bin/words.mjs from the word files beside it; not for editing.
import type { Anywhere, Text } from '../../../platform/words.ts'
import acts_ar from './acts.ar.json' with { type: 'json' }
import acts_en from './acts.en.json' with { type: 'json' }
import acts_es from './acts.es.json' with { type: 'json' }
import office_ar from './office.ar.json' with { type: 'json' }
import office_en from './office.en.json' with { type: 'json' }
import office_es from './office.es.json' with { type: 'json' }
import public_ar from './public.ar.json' with { type: 'json' }
import public_en from './public.en.json' with { type: 'json' }
import public_es from './public.es.json' with { type: 'json' }
import refusals_ar from './refusals.ar.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }
import refusals_es from './refusals.es.json' with { type: 'json' }

export const en = {
  ...acts_en,
  ...office_en,
  ...public_en,
  ...refusals_en,
}

export const es = {
  ...acts_es,
  ...office_es,
  ...public_es,
  ...refusals_es,
}

export const ar = {
  ...acts_ar,
  ...office_ar,
  ...public_ar,
  ...refusals_ar,
}

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
