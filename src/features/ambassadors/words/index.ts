// Written by bin/words.mjs from the word files beside it; not for editing.
import { wordFiles } from '../../../platform/word-files.ts'
import type { Anywhere, Text } from '../../../platform/words.ts'
import acts_en from './acts.en.json' with { type: 'json' }
import contacts_en from './contacts.en.json' with { type: 'json' }
import countries_en from './countries.en.json' with { type: 'json' }
import country_en from './country.en.json' with { type: 'json' }
import emails_en from './emails.en.json' with { type: 'json' }
import invite_en from './invite.en.json' with { type: 'json' }
import kit_en from './kit.en.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }
import report_en from './report.en.json' with { type: 'json' }

const en = {
  ...acts_en,
  ...contacts_en,
  ...countries_en,
  ...country_en,
  ...emails_en,
  ...invite_en,
  ...kit_en,
  ...refusals_en,
  ...report_en,
}

/** In each language. */
export const files = wordFiles('features/ambassadors', en)

export type English = typeof en

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'noted.ambassador.invited': { country: Text }
  'noted.ambassador.uninvited': { country: Text }
  'noted.contact.added': { country: Text }
  'noted.contact.changed': { country: Text }
  'noted.contact.removed': { country: Text }
  'noted.country-note.written': { country: Text }
  'contact.added': { name: Text }
  'contact.changed': { name: Text }
  'notes.written-by': { day: Text; name: Text }
  'notes.written': { day: Text }
  'countries.lead': { round: Text }
  'countries.before': { round: Text }
  'countries.invited': { names: Text }
  'countries.invite.to': { country: Text }
  'need.missing': { count: number }
  'need.fewer': { count: number }
  'need.no-ambassador': { count: number }
  'need.none': { count: number }
  'need.not-yet': { count: number }
  'silent.title': { count: number }
  'numbers.title': { country: Text }
  'kit.title': { country: Text }
  'contacts.title': { country: Text }
  'notes.title': { country: Text }
  'report.title': { country: Text }
  'numbers.lead': { round: Text; when: Text }
  range: { from: Text; to: Text }
  'when.opens': { at: Text; standing: Text }
  'when.closes': { at: Text; standing: Text }
  'when.closed': { at: Text; standing: Text }
  cap: { most: number; percent: Text }
  'cap.as-last': { most: number; percent: Text; round: Text }
  'weeks.number': { number: number }
  'weeks.before': { round: Text }
  trait: { count: Text; name: Text }
  'part.title': { country: Text; round: Text }
  'ambassadors.since': { from: Text }
  'ambassadors.span': { from: Text; until: Text }
  'ambassadors.end.of': { name: Text }
  'invited.withdraw.of': { name: Text }
  'end.title': { country: Text; name: Text }
  'matter.follow': { country: Text; day: Text; name: Text }
  'matter.lapsed': { country: Text; day: Text; name: Text }
  'matter.hand-over': { country: Text; day: Text }
  'mail.subject': { country: Text; site: Text }
  'mail.heading': { country: Text }
  'mail.greeting': { name: Text }
  'mail.why': { country: Text; site: Text }
  'mail.until': { day: Text }
  'mail.closing': { days: number }
  'mail.footer': { site: Text }
  'thanks.subject': { country: Text; site: Text }
  'thanks.why': { country: Text; day: Text; site: Text }
  'thanks.address': { address: Text }
  'thanks.footer': { site: Text }
  'invite.title': { country: Text }
  'invite.lead': { days: number }
  'invite.done': { email: Text }
  'accept.title': { country: Text }
  'accept.lead': { name: Text }
  'accept.until': { day: Text }
  'accepted.title': { country: Text }
  'accepted.lead': { email: Text }
  'kit.picture.label': { address: Text }
  'kit.texts': { language: Text }
  'text.list': { address: Text; from: Text; network: Text; to: Text; until: Text }
  'text.post': { address: Text; network: Text; until: Text }
  'text.short': { address: Text; network: Text; until: Text }
  'report.heading': { country: Text; round: Text }
  'report.by': { day: Text; names: Text; network: Text }
  'report.span': { from: Text; until: Text }
  'report.last': { round: Text }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
