// Written by bin/words.mjs from the word files beside it; not for editing.
import { wordFiles } from '../../../platform/word-files.ts'
import type { Anywhere, Text } from '../../../platform/words.ts'
import acts_en from './acts.en.json' with { type: 'json' }
import begin_en from './begin.en.json' with { type: 'json' }
import emails_en from './emails.en.json' with { type: 'json' }
import office_en from './office.en.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }

const en = {
  ...acts_en,
  ...begin_en,
  ...emails_en,
  ...office_en,
  ...refusals_en,
}

/** In each language. */
export const files = wordFiles('features/network', en)

export type English = typeof en

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'mail.test.subject': { site: Text }
  'mail.test.why': { site: Text }
  'mail.test.footer': { site: Text }
  'changed.became': { after: Text; before: Text; field: Text }
  'names.in': { language: Text }
  'names.else': { language: Text }
  'look.pale': { ratio: number }
  'look.take': { colour: Text }
  'writing.lead': { address: Text }
  'writing.reply-to.hint': { address: Text }
  'writing.signature.in': { language: Text }
  'test.text': { by: Text; to: Text }
  'test.done': { by: Text; to: Text }
  'elsewhere.link': { place: number }
  'refusal.accent-unreadable': { nearest: Text }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
