// Written by bin/words.mjs from the word files beside it; not for editing.
import type { Anywhere, Text } from '../../../platform/words.ts'
import absence_ar from './absence.ar.json' with { type: 'json' }
import absence_en from './absence.en.json' with { type: 'json' }
import absence_es from './absence.es.json' with { type: 'json' }
import acts_ar from './acts.ar.json' with { type: 'json' }
import acts_en from './acts.en.json' with { type: 'json' }
import acts_es from './acts.es.json' with { type: 'json' }
import emails_ar from './emails.ar.json' with { type: 'json' }
import emails_en from './emails.en.json' with { type: 'json' }
import emails_es from './emails.es.json' with { type: 'json' }
import member_ar from './member.ar.json' with { type: 'json' }
import member_en from './member.en.json' with { type: 'json' }
import member_es from './member.es.json' with { type: 'json' }
import question_ar from './question.ar.json' with { type: 'json' }
import question_en from './question.en.json' with { type: 'json' }
import question_es from './question.es.json' with { type: 'json' }
import refusals_ar from './refusals.ar.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }
import refusals_es from './refusals.es.json' with { type: 'json' }
import reply_ar from './reply.ar.json' with { type: 'json' }
import reply_en from './reply.en.json' with { type: 'json' }
import reply_es from './reply.es.json' with { type: 'json' }
import weeks_ar from './weeks.ar.json' with { type: 'json' }
import weeks_en from './weeks.en.json' with { type: 'json' }
import weeks_es from './weeks.es.json' with { type: 'json' }

export const en = {
  ...absence_en,
  ...acts_en,
  ...emails_en,
  ...member_en,
  ...question_en,
  ...refusals_en,
  ...reply_en,
  ...weeks_en,
}

export const es = {
  ...absence_es,
  ...acts_es,
  ...emails_es,
  ...member_es,
  ...question_es,
  ...refusals_es,
  ...reply_es,
  ...weeks_es,
}

export const ar = {
  ...absence_ar,
  ...acts_ar,
  ...emails_ar,
  ...member_ar,
  ...question_ar,
  ...refusals_ar,
  ...reply_ar,
  ...weeks_ar,
}

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'absence.known': { from: Text; until: Text }
  'absence.away.subject': { name: Text }
  'absence.away.why': { from: Text; name: Text; round: Text; until: Text }
  'absence.back.subject': { name: Text }
  'absence.back.why': { name: Text; round: Text; until: Text }
  'absence.stays.subject': { name: Text }
  'absence.stays.why': { from: Text; name: Text; round: Text; until: Text }
  'quiet.partner-away': { from: Text; name: Text; until: Text }
  'quiet.own-away': { from: Text; until: Text }
  'noted.check-ins.planned': { days: Text; subject: Text }
  'noted.standings.exported': { people: number; subject: Text }
  'mail.hello': { name: Text }
  'mail.why': { names: Text; round: Text }
  'mail.footer': { round: Text; site: Text }
  'nudge.subject': { round: Text }
  'nudge.why': { names: Text }
  'member.help': { at: Text }
  'past.asked': { day: number }
  'past.said': { answer: Text }
  'past.away': { from: Text; until: Text }
  'past.away.told': { from: Text; until: Text }
  'member.wrote': { at: Text }
  'question.first': { names: Text }
  'question.again': { names: Text }
  privacy: { names: Text }
  'refusal.bad-check-in-days': { most: Text }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
