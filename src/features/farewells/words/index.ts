// Written by bin/words.mjs from the word files beside it; not for editing.
import { wordFiles } from '../../../platform/word-files.ts'
import type { Anywhere, Text } from '../../../platform/words.ts'
import emails_en from './emails.en.json' with { type: 'json' }
import end_en from './end.en.json' with { type: 'json' }
import office_en from './office.en.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }

const en = {
  ...emails_en,
  ...end_en,
  ...office_en,
  ...refusals_en,
}

/** In each language. */
export const files = wordFiles('features/farewells', en)

export type English = typeof en

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'mail.subject': { round: Text }
  'mail.hello': { name: Text }
  'mail.next.open': { round: Text }
  'mail.footer': { round: Text; site: Text }
  'end.pair': { day: Text; names: Text; over: Text; round: Text }
  'end.trio': { day: Text; names: Text; over: Text; round: Text }
  'end.parted': { day: Text; over: Text; round: Text }
  'end.never': { day: Text; over: Text; round: Text }
  touch: { names: Text; over: Text; until: Text }
  'page.title': { round: Text }
  'page.partner': { count: number }
  'mine.title': { over: Text; round: Text }
  'office.lead.before': { day: Text }
  'office.lead.after': { day: Text }
  'matter.untold': { count: number; day: Text }
  missed: { code: Text; count: Text; day: Text; days: Text }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
