// Written by bin/words.mjs from the word files beside it; not for editing.
import { wordFiles } from '../../../platform/word-files.ts'
import type { Anywhere, Text } from '../../../platform/words.ts'
import acts_en from './acts.en.json' with { type: 'json' }
import emails_en from './emails.en.json' with { type: 'json' }
import office_en from './office.en.json' with { type: 'json' }
import own_en from './own.en.json' with { type: 'json' }
import public_en from './public.en.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }

const en = {
  ...acts_en,
  ...emails_en,
  ...office_en,
  ...own_en,
  ...public_en,
  ...refusals_en,
}

/** In each language. */
export const files = wordFiles('features/contributions', en)

export type English = typeof en

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'mail.hello': { name: Text }
  'mail.footer': { site: Text }
  'mail.arrived.subject': { title: Text }
  'mail.arrived.why': { days: number }
  'mail.asked.subject': { title: Text }
  'mail.accepted.subject': { title: Text }
  'mail.declined.subject': { title: Text }
  'mail.editor.footer': { site: Text }
  'mail.editor.arrivals.subject': { name: Text; title: Text }
  'mail.editor.handed.subject': { title: Text }
  'mail.editor.handed.why': { by: Text }
  'mail.editor.changed.subject': { name: Text; title: Text }
  'mail.editor.withdrawn.subject': { name: Text; title: Text }
  'mail.proof.subject': { title: Text }
  'mail.again.subject': { title: Text }
  'mail.reminder.subject': { title: Text }
  'mail.waived.subject': { title: Text }
  'mail.out.subject': { title: Text }
  'mail.taken-down.subject': { title: Text }
  'mail.back.subject': { title: Text }
  'mail.editor.agreed.subject': { name: Text; title: Text }
  'mail.editor.wishes.subject': { name: Text; title: Text }
  waits: { days: number }
  due: { day: Text }
  late: { day: Text }
  'standing.waiting': { day: Text }
  'standing.asked': { day: Text }
  'standing.declined': { day: Text }
  'standing.withdrawn': { day: Text }
  'one.waits': { day: Text; days: number }
  'one.late': { day: Text; days: number }
  'one.asked': { day: Text }
  'one.declined': { day: Text }
  'one.withdrawn': { day: Text }
  'one.editing': { day: Text }
  'decide.language': { language: Text }
  'matter.waiting': { count: number }
  'proof.text': { name: Text }
  'proof.asked': { days: number; name: Text }
  'proof.newer': { days: number; name: Text }
  'waive.director': { days: Text }
  'matter.silent': { name: Text; title: Text }
  'own.waiting.text': { day: Text }
  'own.scheduled.text': { at: Text }
  'own.out.text': { at: Text }
  'said.asked': { day: Text }
  'said.changed': { day: Text }
  'said.accepted': { day: Text }
  'said.declined': { day: Text }
  'said.wishes': { day: Text }
  'said.agreed': { day: Text }
  'said.waived': { day: Text }
  'said.withdrawn': { day: Text }
  'said.note': { day: Text }
  'said.asked.by': { by: Text; day: Text }
  'said.changed.by': { by: Text; day: Text }
  'said.accepted.by': { by: Text; day: Text }
  'said.declined.by': { by: Text; day: Text }
  'said.wishes.by': { by: Text; day: Text }
  'said.agreed.by': { by: Text; day: Text }
  'said.waived.by': { by: Text; day: Text }
  'said.withdrawn.by': { by: Text; day: Text }
  'said.note.by': { by: Text; day: Text }
  'choose.then.answer': { days: number }
  'choose.then.licence': { licence: Text }
  'field.consent.yes': { licence: Text }
  'check.email': { days: number; email: Text }
  'postcard.title': { country: Text }
  'picture.source': { name: Text }
  'text.by': { country: Text; names: Text }
  'text.picture': { name: Text }
  'footnotes.back': { number: Text }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
