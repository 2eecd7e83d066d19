// Written by bin/words.mjs from the word files beside it; not for editing.
import type { Anywhere, Text } from '../../../platform/words.ts'
import acts_ar from './acts.ar.json' with { type: 'json' }
import acts_en from './acts.en.json' with { type: 'json' }
import acts_es from './acts.es.json' with { type: 'json' }
import email_ar from './email.ar.json' with { type: 'json' }
import email_en from './email.en.json' with { type: 'json' }
import email_es from './email.es.json' with { type: 'json' }
import office_ar from './office.ar.json' with { type: 'json' }
import office_en from './office.en.json' with { type: 'json' }
import office_es from './office.es.json' with { type: 'json' }
import refusals_ar from './refusals.ar.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }
import refusals_es from './refusals.es.json' with { type: 'json' }

export const en = {
  ...acts_en,
  ...email_en,
  ...office_en,
  ...refusals_en,
}

export const es = {
  ...acts_es,
  ...email_es,
  ...office_es,
  ...refusals_es,
}

export const ar = {
  ...acts_ar,
  ...email_ar,
  ...office_ar,
  ...refusals_ar,
}

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'noted.backup.restored': { madeAt: Text }
  'noted.backup.thinned': { count: number }
  'mail.subject': { at: Text; site: Text }
  'mail.subject-never': { site: Text }
  'mail.heading': { name: Text }
  'mail.why': { at: Text; site: Text }
  'mail.why-never': { site: Text }
  'mail.footer': { site: Text }
  'office.fresh': { at: Text }
  'office.stale': { at: Text }
  'matter.stale': { hours: number }
  'thin.text': { count: number; size: Text }
  'thin.done': { count: number; size: Text }
  'refusal.backup-newer': { version: Text }
  'refusal.backup-piece-unknown': { name: Text }
  'refusal.backup-part-differs': { table: Text }
  'refusal.backup-rows-unfit': { rule: Text; table: Text }
  'refusal.backup-answer-wrong': { count: Text; rule: Text }
  'refusal.no-such-backup': { name: Text }
  'refusal.minute-not-understood': { at: Text }
  'refusal.minute-not-covered': { at: Text }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
