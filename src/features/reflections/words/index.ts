// Written by bin/words.mjs from the word files beside it; not for editing.
import { wordFiles } from '../../../platform/word-files.ts'
import type { Anywhere, Text } from '../../../platform/words.ts'
import acts_en from './acts.en.json' with { type: 'json' }
import emails_en from './emails.en.json' with { type: 'json' }
import office_en from './office.en.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }
import writing_en from './writing.en.json' with { type: 'json' }

const en = {
  ...acts_en,
  ...emails_en,
  ...office_en,
  ...refusals_en,
  ...writing_en,
}

/** In each language. */
export const files = wordFiles('features/reflections', en)

export type English = typeof en

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'mail.hello': { name: Text }
  'mail.invitation.subject': { name: Text; round: Text }
  'mail.invitation.why': { name: Text; round: Text }
  'mail.waits.subject': { name: Text }
  'mail.waits.why': { name: Text; round: Text }
  'mail.footer': { round: Text; site: Text }
  'matter.offered': { title: Text }
  begin: { round: Text }
  'together.with': { names: Text }
  'together.invite': { count: number }
  'state.held': { names: Text }
  'state.waits': { names: Text }
  'by.from': { country: Text; name: Text }
  'mine.waits': { title: Text }
  'mine.waits.link': { title: Text }
  'footnotes.back': { number: Text }
  'leave.what': { names: Text }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
