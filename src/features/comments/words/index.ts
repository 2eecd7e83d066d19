// Written by bin/words.mjs from the word files beside it; not for editing.
import { wordFiles } from '../../../platform/word-files.ts'
import type { Anywhere, Text } from '../../../platform/words.ts'
import acts_en from './acts.en.json' with { type: 'json' }
import emails_en from './emails.en.json' with { type: 'json' }
import office_en from './office.en.json' with { type: 'json' }
import public_en from './public.en.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }
import steps_en from './steps.en.json' with { type: 'json' }

const en = {
  ...acts_en,
  ...emails_en,
  ...office_en,
  ...public_en,
  ...refusals_en,
  ...steps_en,
}

/** In each language. */
export const files = wordFiles('features/comments', en)

export type English = typeof en

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'noted.comments.shown': { count: number }
  'noted.comments.spam': { count: number }
  'noted.comments.removed': { count: number }
  'noted.comments.undone': { count: number }
  'mail.hello': { name: Text }
  'mail.reply.subject': { name: Text }
  'mail.quoted': { text: Text }
  'mail.reply.why': { name: Text; title: Text }
  'mail.reply.footer': { site: Text }
  'mail.follow.subject': { title: Text }
  'mail.follow.why': { title: Text }
  'mail.follow.footer': { site: Text }
  'mail.mine.subject': { title: Text }
  'mail.mine.why': { title: Text }
  'mail.waiting.subject': { count: number }
  'mail.waiting.why': { count: number }
  'mail.waiting.one': { name: Text; title: Text }
  'mail.waiting.button': { count: number }
  'mail.waiting.footer': { site: Text }
  'sign.spam': { word: Text }
  'sign.kept': { word: Text }
  'sign.links.spam': { count: number }
  'sign.links.kept': { count: number }
  others: { refused: number; shown: number }
  'decided-by': { name: Text }
  'flagged.with': { words: Text }
  'undo.text': { count: number }
  undone: { count: number }
  'decided.shown': { count: number }
  'decided.spam': { count: number }
  'decided.removed': { count: number }
  'decided.left': { count: number }
  'matter.waiting': { count: number }
  'matter.reported': { count: number }
  title: { count: number }
  'reply.to': { name: Text }
  answers: { name: Text }
  'flag.of': { name: Text }
  'feed.of': { site: Text; title: Text }
  'feed.all': { site: Text }
  'feed.entry': { name: Text; title: Text }
  'own.change.shown': { minutes: Text }
  'follow.lead': { email: Text }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
