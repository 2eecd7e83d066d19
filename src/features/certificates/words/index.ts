// Written by bin/words.mjs from the word files beside it; not for editing.
import { wordFiles } from '../../../platform/word-files.ts'
import type { Anywhere, Text } from '../../../platform/words.ts'
import acts_en from './acts.en.json' with { type: 'json' }
import check_en from './check.en.json' with { type: 'json' }
import emails_en from './emails.en.json' with { type: 'json' }
import office_en from './office.en.json' with { type: 'json' }
import own_en from './own.en.json' with { type: 'json' }
import paper_en from './paper.en.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }

const en = {
  ...acts_en,
  ...check_en,
  ...emails_en,
  ...office_en,
  ...own_en,
  ...paper_en,
  ...refusals_en,
}

/** In each language. */
export const files = wordFiles('features/certificates', en)

export type English = typeof en

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'noted.certificates.ruled': { checkIns: number; endSurvey: Text; subject: Text }
  'noted.certificates.reminded': { people: number; subject: Text }
  'noted.certificate.withdrawn': { round: Text; subject: Text }
  'noted.certificate.again': { round: Text; subject: Text }
  'noted.signing-key.stolen': { again: number }
  'check.since': { day: Text }
  'mail.hello': { name: Text }
  'mail.footer': { round: Text; site: Text }
  'mail.name.subject': { round: Text }
  'mail.name.why': { round: Text }
  'mail.ready.subject': { round: Text }
  'mail.ready.why': { round: Text }
  'mail.withdrawn.subject': { round: Text }
  'mail.withdrawn.why': { round: Text }
  'office.rule': { count: number; survey: Text }
  'office.reminded': { count: number }
  'office.none.text': { day: Text }
  'withdraw.title': { name: Text }
  'again.title': { name: Text }
  'matter.names': { count: number }
  'own.reached': { asked: Text; reached: Text }
  'condition.check-ins': { count: number }
  'own.ready': { name: Text }
  'mine.title': { round: Text }
  'paper.title': { name: Text }
  'paper.what': { from: Text; round: Text; until: Text }
  'paper.criteria': { count: number }
  'paper.issued': { day: Text }
  'paper.criteria.survey': { count: number }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
