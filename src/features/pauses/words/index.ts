// Written by bin/words.mjs from the word files beside it; not for editing.
import { wordFiles } from '../../../platform/word-files.ts'
import type { Anywhere, Text } from '../../../platform/words.ts'
import acts_en from './acts.en.json' with { type: 'json' }
import emails_en from './emails.en.json' with { type: 'json' }
import office_en from './office.en.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }

const en = {
  ...acts_en,
  ...emails_en,
  ...office_en,
  ...refusals_en,
}

/** In each language. */
export const files = wordFiles('features/pauses', en)

export type English = typeof en

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'mail.subject': { site: Text }
  'mail.hello': { name: Text }
  'mail.why': { site: Text }
  'mail.why.applied': { site: Text }
  'mail.what': { site: Text }
  'mail.answers': { day: Text }
  'mail.footer': { site: Text }
  'mail.answers.applied': { day: Text }
  'what.calls': { count: number; rounds: Text }
  'what.goes': { applications: number; day: Text; drafts: number }
  'what.stays': { posts: number }
  'what.scheduled': { count: number }
  'what.kept': { readers: number; waiting: number }
  whom: { count: number }
  undo: { day: Text }
  'way.running': { day: Text }
  'paused.lead': { since: Text }
  'paused.telling': { count: number }
  'paused.told': { count: number }
  'wake.gone-not-yet': { day: Text }
  'wake.gone-since': { day: Text }
  'wake.calls': { count: number; rounds: Text }
  'wake.posts': { count: number }
  'matter.call': { day: Text; round: Text }
  'refusal.rounds-in-the-way': { rounds: Text }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
