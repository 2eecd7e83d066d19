// Written by bin/words.mjs from the word files beside it; not for editing.
import { wordFiles } from '../../../platform/word-files.ts'
import type { Anywhere, Text } from '../../../platform/words.ts'
import acts_en from './acts.en.json' with { type: 'json' }
import form_en from './form.en.json' with { type: 'json' }
import found_en from './found.en.json' with { type: 'json' }
import list_en from './list.en.json' with { type: 'json' }
import matters_en from './matters.en.json' with { type: 'json' }
import page_en from './page.en.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }
import shell_en from './shell.en.json' with { type: 'json' }

const en = {
  ...acts_en,
  ...form_en,
  ...found_en,
  ...list_en,
  ...matters_en,
  ...page_en,
  ...refusals_en,
  ...shell_en,
}

/** In each language. */
export const files = wordFiles('features/rounds', en)

export type English = typeof en

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'noted.round.created': { subject: Text }
  'noted.round.changed': { subject: Text }
  'noted.round.announced': { subject: Text }
  'edit.title': { code: Text }
  'clone.title': { code: Text }
  announced: { code: Text }
  created: { code: Text }
  changed: { code: Text }
  'days.span': { from: Text; until: Text }
  'title.heading': { code: Text }
  'title.in-text': { code: Text }
  'page.apply.span': { from: Text; until: Text }
  'deadline.both': { here: Text; utc: Text }
  'changed.became': { after: Text; before: Text; field: Text }
  'refusal.no-such-round': { code: Text }
  'refusal.round-exists': { code: Text }
  'refusal.bad-round-option': { field: Text }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
