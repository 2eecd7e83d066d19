// Written by bin/words.mjs from the word files beside it; not for editing.
import { wordFiles } from '../../../platform/word-files.ts'
import type { Anywhere, Text } from '../../../platform/words.ts'
import absence_en from './absence.en.json' with { type: 'json' }
import acts_en from './acts.en.json' with { type: 'json' }
import emails_en from './emails.en.json' with { type: 'json' }
import member_en from './member.en.json' with { type: 'json' }
import question_en from './question.en.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }
import reply_en from './reply.en.json' with { type: 'json' }
import weeks_en from './weeks.en.json' with { type: 'json' }

const en = {
  ...absence_en,
  ...acts_en,
  ...emails_en,
  ...member_en,
  ...question_en,
  ...refusals_en,
  ...reply_en,
  ...weeks_en,
}

/** In each language. */
export const files = wordFiles('features/checkins', en)

export type English = typeof en

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
  'by.share': { people: Text; share: Text }
  'by.fewest': { group: Text; share: Text }
  'by.only': { group: Text }
  'by.day-number': { day: Text }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
