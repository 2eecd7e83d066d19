// Written by bin/words.mjs from the word files beside it; not for editing.
import { wordFiles } from '../../../platform/word-files.ts'
import type { Anywhere, Text } from '../../../platform/words.ts'
import acts_en from './acts.en.json' with { type: 'json' }
import ask_en from './ask.en.json' with { type: 'json' }
import emails_en from './emails.en.json' with { type: 'json' }
import office_en from './office.en.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }

const en = {
  ...acts_en,
  ...ask_en,
  ...emails_en,
  ...office_en,
  ...refusals_en,
}

/** In each language. */
export const files = wordFiles('features/subscribers', en)

export type English = typeof en

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'noted.call.told': { subject: Text; told: number }
  'noted.subscribers.exported': { people: number }
  'ask.open.link': { round: Text }
  'ask.on': { email: Text }
  'confirm.lead': { email: Text }
  'mail.question.footer': { site: Text }
  'mail.call.subject': { round: Text }
  'mail.call.why': { round: Text; until: Text }
  'mail.call.when': { from: Text; until: Text }
  'mail.call.footer': { site: Text }
  'office.people': { count: number; each: Text }
  'office.language': { count: number; language: Text }
  'office.tell': { round: Text }
  'matter.tell': { count: number }
  'tell.what.1': { count: number }
  'tell.what.2': { round: Text; until: Text }
  'tell.what.applied': { count: number }
  'tell.button': { count: number }
  'tell.email': { language: Text }
  'tell.done': { count: number }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
