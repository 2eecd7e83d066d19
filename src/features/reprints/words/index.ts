// Written by bin/words.mjs from the word files beside it; not for editing.
import { wordFiles } from '../../../platform/word-files.ts'
import type { Anywhere, Text } from '../../../platform/words.ts'
import acts_en from './acts.en.json' with { type: 'json' }
import emails_en from './emails.en.json' with { type: 'json' }
import office_en from './office.en.json' with { type: 'json' }
import public_en from './public.en.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }

const en = {
  ...acts_en,
  ...emails_en,
  ...office_en,
  ...public_en,
  ...refusals_en,
}

/** In each language. */
export const files = wordFiles('features/reprints', en)

export type English = typeof en

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'noted.reprints.exported': { count: number }
  'mail.hello': { name: Text }
  'mail.ask.subject': { publication: Text; title: Text }
  'mail.ask.why': { by: Text; language: Text; publication: Text }
  'mail.reminder.subject': { publication: Text; title: Text }
  'mail.reminder.why': { by: Text; language: Text; publication: Text }
  'mail.silent.subject': { title: Text }
  'mail.silent.why': { publication: Text }
  'mail.ask.footer': { site: Text }
  'mail.allowed.subject': { title: Text }
  'mail.allowed.why': { language: Text; publication: Text; title: Text }
  'mail.refused.subject': { title: Text }
  'mail.refused.why': { publication: Text; title: Text }
  'mail.outcome.footer': { site: Text }
  'mail.editor.footer': { site: Text }
  'mail.editor.waiting.subject': { by: Text; title: Text }
  'mail.editor.waiting.why': { language: Text; publication: Text }
  'mail.editor.allowed.subject': { publication: Text; title: Text }
  'mail.editor.refused.subject': { publication: Text; title: Text }
  'said.yes': { day: Text }
  'said.no': { day: Text }
  'said.yes.recorded': { by: Text; day: Text }
  'said.no.recorded': { by: Text; day: Text }
  'said.silent': { day: Text }
  'do.ask.text': { count: number }
  'do.ask': { count: number }
  'do.ask.again': { count: number }
  'matter.waiting': { count: number }
  'matter.silent': { publication: Text }
  'licence.free': { licence: Text }
  'licence.as-it-is': { licence: Text }
  'licence.not-for-money': { licence: Text }
  'licence.not-for-money-as-it-is': { licence: Text }
  'answer.given.yes': { day: Text }
  'answer.given.no': { day: Text }
  'mine.text': { publication: Text; title: Text }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
