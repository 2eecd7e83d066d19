// Written by bin/words.mjs from the word files beside it; not for editing.
import { wordFiles } from '../../../platform/word-files.ts'
import type { Anywhere, Text } from '../../../platform/words.ts'
import acts_en from './acts.en.json' with { type: 'json' }
import emails_en from './emails.en.json' with { type: 'json' }
import office_en from './office.en.json' with { type: 'json' }
import question_en from './question.en.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }

const en = {
  ...acts_en,
  ...emails_en,
  ...office_en,
  ...question_en,
  ...refusals_en,
}

/** In each language. */
export const files = wordFiles('features/trios', en)

export type English = typeof en

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'noted.trio.offered': { first: Text; subject: Text }
  'noted.trio.joined': { first: Text; subject: Text }
  'noted.trio.declined': { first: Text; subject: Text }
  'noted.trio.lapsed': { first: Text; subject: Text }
  'noted.trio.withdrawn': { first: Text; subject: Text }
  'mail.hello': { name: Text }
  'mail.until': { until: Text }
  'mail.footer': { round: Text; site: Text }
  'ended.pair.subject': { round: Text }
  'ended.pair.why': { round: Text }
  'ended.waiting.subject': { round: Text }
  'ended.waiting.why': { round: Text }
  'office.title': { name: Text }
  'office.lead': { days: number }
  'office.crumb': { round: Text }
  'office.ask.label': { names: Text }
  'office.takes-two': { standing: Text }
  'office.asked': { names: Text }
  'office.asked.count': { agreed: number }
  'office.past.one': { day: Text; names: Text; outcome: Text }
  'office.over': { name: Text }
  who: { country: Text; sector: Text }
  'ask.pair.question': { name: Text }
  'ask.pair.why': { round: Text; who: Text }
  'ask.pair.how': { name: Text }
  'ask.waiting.why': { round: Text; who: Text }
  'said.yes': { until: Text }
  'joined.text': { names: Text }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
