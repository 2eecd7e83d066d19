// Written by bin/words.mjs from the word files beside it; not for editing.
import { wordFiles } from '../../../platform/word-files.ts'
import type { Anywhere, Text } from '../../../platform/words.ts'
import acts_en from './acts.en.json' with { type: 'json' }
import email_en from './email.en.json' with { type: 'json' }
import office_en from './office.en.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }

const en = {
  ...acts_en,
  ...email_en,
  ...office_en,
  ...refusals_en,
}

/** In each language. */
export const files = wordFiles('features/backups', en)

export type English = typeof en

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
