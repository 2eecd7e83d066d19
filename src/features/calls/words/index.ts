// Written by bin/words.mjs from the word files beside it; not for editing.
import { wordFiles } from '../../../platform/word-files.ts'
import type { Anywhere, Text } from '../../../platform/words.ts'
import call_en from './call.en.json' with { type: 'json' }
import check_en from './check.en.json' with { type: 'json' }
import emails_en from './emails.en.json' with { type: 'json' }
import form_en from './form.en.json' with { type: 'json' }
import mine_en from './mine.en.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }
import sent_en from './sent.en.json' with { type: 'json' }
import voices_en from './voices.en.json' with { type: 'json' }

const en = {
  ...call_en,
  ...check_en,
  ...emails_en,
  ...form_en,
  ...mine_en,
  ...refusals_en,
  ...sent_en,
  ...voices_en,
}

/** In each language. */
export const files = wordFiles('features/calls', en)

export type English = typeof en

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'call.apply': { round: Text }
  'call.topics.count': { count: number }
  'call.cap': { percent: Text }
  'call.lead.upcoming': { from: Text }
  'call.lead.applying': { until: Text }
  'call.lead.closed': { until: Text }
  'call.next': { round: Text; until: Text }
  'call.numbers.applications': { count: number }
  'call.numbers.countries': { count: number }
  'call.numbers.named': { countries: Text }
  'call.card.alt': { lead: Text; network: Text; round: Text }
  'call.voices': { round: Text }
  'call.last.title': { round: Text }
  'call.last.people': { people: number }
  'call.last.pairings': { count: number }
  'call.own-clock': { time: Text }
  'call.last.countries': { countries: number; people: number }
  'check.lead.sent': { until: Text }
  'check.unfinished.link': { page: Text }
  'check.change.page': { page: Text }
  'check.code.yes': { day: Text }
  'mail.hello': { name: Text }
  'mail.copy.subject': { round: Text }
  'mail.copy.subject.confirm': { round: Text }
  'mail.copy.why': { until: Text }
  'mail.copy.why.confirm': { round: Text }
  'mail.copy.closing': { until: Text }
  'mail.link.subject': { round: Text }
  'mail.link.why': { round: Text; until: Text }
  'mail.footer': { site: Text }
  'mail.footer.own': { site: Text }
  'form.kicker': { round: Text; step: Text; steps: Text }
  'field.interests.hint': { most: Text }
  'field.zone.hint': { country: Text }
  'form.count': { n: Text; plenty: Text }
  'again.partner': { country: Text; name: Text; rounds: Text }
  'mine.title': { round: Text }
  'mine.begun': { until: Text }
  'mine.changed': { until: Text }
  'mine.open': { until: Text }
  'mine.soon': { from: Text; until: Text }
  'refusal.call-not-open': { code: Text }
  'sent.title': { round: Text }
  'sent.confirm.text': { email: Text; sent: Text }
  'sent.change.until': { until: Text }
  'sent.claim.text': { round: Text; sent: Text }
  'denied.lead': { round: Text }
  'denied.slip': { until: Text }
  'denied.late': { round: Text; until: Text }
  'withdraw.what.1': { round: Text }
  'withdraw.undo.text': { until: Text }
  'late.upcoming': { from: Text; round: Text }
  'late.text': { round: Text; until: Text }
  'late.kept': { days: Text }
  'late.round': { round: Text }
  'later.lead': { kept: Text }
  'later.deadline': { until: Text }
  'later.email.hint': { kept: Text }
  'later.sent': { email: Text }
  'resume.lead': { round: Text }
  'resume.as': { email: Text }
  'confirm.lead': { round: Text }
  'confirm.new': { email: Text }
  'confirm.new-other': { as: Text; email: Text }
  'confirm.known': { email: Text }
  'confirm.known-other': { as: Text; email: Text }
  'sent.confirmed-other': { as: Text; email: Text }
  'voices.title': { round: Text }
  'voice.place': { place: Text }
  'voice.consent.said': { day: Text; how: Text }
  'voice.change.label': { name: Text }
  'voice.remove.label': { name: Text }
  'refusal.voice-stands': { place: Text }
  'noted.voice.shown': { code: Text }
  'noted.voice.removed': { code: Text }
  'own-voice.title': { round: Text }
  'noted.voice.taken-back': { code: Text }
  'mine.voice.title': { round: Text }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
