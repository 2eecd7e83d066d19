// Written by bin/words.mjs from the word files beside it; not for editing.
import type { Anywhere, Text } from '../../../platform/words.ts'
import acts_ar from './acts.ar.json' with { type: 'json' }
import acts_en from './acts.en.json' with { type: 'json' }
import acts_es from './acts.es.json' with { type: 'json' }
import form_ar from './form.ar.json' with { type: 'json' }
import form_en from './form.en.json' with { type: 'json' }
import form_es from './form.es.json' with { type: 'json' }
import found_ar from './found.ar.json' with { type: 'json' }
import found_en from './found.en.json' with { type: 'json' }
import found_es from './found.es.json' with { type: 'json' }
import list_ar from './list.ar.json' with { type: 'json' }
import list_en from './list.en.json' with { type: 'json' }
import list_es from './list.es.json' with { type: 'json' }
import matters_ar from './matters.ar.json' with { type: 'json' }
import matters_en from './matters.en.json' with { type: 'json' }
import matters_es from './matters.es.json' with { type: 'json' }
import page_ar from './page.ar.json' with { type: 'json' }
import page_en from './page.en.json' with { type: 'json' }
import page_es from './page.es.json' with { type: 'json' }
import refusals_ar from './refusals.ar.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }
import refusals_es from './refusals.es.json' with { type: 'json' }
import shell_ar from './shell.ar.json' with { type: 'json' }
import shell_en from './shell.en.json' with { type: 'json' }
import shell_es from './shell.es.json' with { type: 'json' }

export const en = {
  ...acts_en,
  ...form_en,
  ...found_en,
  ...list_en,
  ...matters_en,
  ...page_en,
  ...refusals_en,
  ...shell_en,
}

export const es = {
  ...acts_es,
  ...form_es,
  ...found_es,
  ...list_es,
  ...matters_es,
  ...page_es,
  ...refusals_es,
  ...shell_es,
}

export const ar = {
  ...acts_ar,
  ...form_ar,
  ...found_ar,
  ...list_ar,
  ...matters_ar,
  ...page_ar,
  ...refusals_ar,
  ...shell_ar,
}

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
  'changed.became': { after: Text; before: Text; field: Text }
  'refusal.no-such-round': { code: Text }
  'refusal.round-exists': { code: Text }
  'refusal.bad-round-option': { field: Text }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
