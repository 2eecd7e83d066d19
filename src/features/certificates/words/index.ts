// Written by bin/words.mjs from the word files beside it; not for editing.
import type { Anywhere, Text } from '../../../platform/words.ts'
import acts_ar from './acts.ar.json' with { type: 'json' }
import acts_en from './acts.en.json' with { type: 'json' }
import acts_es from './acts.es.json' with { type: 'json' }
import check_ar from './check.ar.json' with { type: 'json' }
import check_en from './check.en.json' with { type: 'json' }
import check_es from './check.es.json' with { type: 'json' }
import emails_ar from './emails.ar.json' with { type: 'json' }
import emails_en from './emails.en.json' with { type: 'json' }
import emails_es from './emails.es.json' with { type: 'json' }
import office_ar from './office.ar.json' with { type: 'json' }
import office_en from './office.en.json' with { type: 'json' }
import office_es from './office.es.json' with { type: 'json' }
import own_ar from './own.ar.json' with { type: 'json' }
import own_en from './own.en.json' with { type: 'json' }
import own_es from './own.es.json' with { type: 'json' }
import paper_ar from './paper.ar.json' with { type: 'json' }
import paper_en from './paper.en.json' with { type: 'json' }
import paper_es from './paper.es.json' with { type: 'json' }
import refusals_ar from './refusals.ar.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }
import refusals_es from './refusals.es.json' with { type: 'json' }

export const en = {
  ...acts_en,
  ...check_en,
  ...emails_en,
  ...office_en,
  ...own_en,
  ...paper_en,
  ...refusals_en,
}

export const es = {
  ...acts_es,
  ...check_es,
  ...emails_es,
  ...office_es,
  ...own_es,
  ...paper_es,
  ...refusals_es,
}

export const ar = {
  ...acts_ar,
  ...check_ar,
  ...emails_ar,
  ...office_ar,
  ...own_ar,
  ...paper_ar,
  ...refusals_ar,
}

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
