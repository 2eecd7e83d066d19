// Written by bin/words.mjs from the word files beside it; not for editing.
import type { Anywhere, Text } from '../../../platform/words.ts'
import acts_ar from './acts.ar.json' with { type: 'json' }
import acts_en from './acts.en.json' with { type: 'json' }
import acts_es from './acts.es.json' with { type: 'json' }
import contacts_ar from './contacts.ar.json' with { type: 'json' }
import contacts_en from './contacts.en.json' with { type: 'json' }
import contacts_es from './contacts.es.json' with { type: 'json' }
import countries_ar from './countries.ar.json' with { type: 'json' }
import countries_en from './countries.en.json' with { type: 'json' }
import countries_es from './countries.es.json' with { type: 'json' }
import country_ar from './country.ar.json' with { type: 'json' }
import country_en from './country.en.json' with { type: 'json' }
import country_es from './country.es.json' with { type: 'json' }
import emails_ar from './emails.ar.json' with { type: 'json' }
import emails_en from './emails.en.json' with { type: 'json' }
import emails_es from './emails.es.json' with { type: 'json' }
import invite_ar from './invite.ar.json' with { type: 'json' }
import invite_en from './invite.en.json' with { type: 'json' }
import invite_es from './invite.es.json' with { type: 'json' }
import kit_ar from './kit.ar.json' with { type: 'json' }
import kit_en from './kit.en.json' with { type: 'json' }
import kit_es from './kit.es.json' with { type: 'json' }
import refusals_ar from './refusals.ar.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }
import refusals_es from './refusals.es.json' with { type: 'json' }
import report_ar from './report.ar.json' with { type: 'json' }
import report_en from './report.en.json' with { type: 'json' }
import report_es from './report.es.json' with { type: 'json' }

export const en = {
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

export const es = {
  ...acts_es,
  ...contacts_es,
  ...countries_es,
  ...country_es,
  ...emails_es,
  ...invite_es,
  ...kit_es,
  ...refusals_es,
  ...report_es,
}

export const ar = {
  ...acts_ar,
  ...contacts_ar,
  ...countries_ar,
  ...country_ar,
  ...emails_ar,
  ...invite_ar,
  ...kit_ar,
  ...refusals_ar,
  ...report_ar,
}

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
  'matter.hand-over': { country: Text; day: Text }
  'mail.subject': { country: Text; site: Text }
  'mail.heading': { country: Text }
  'mail.greeting': { name: Text }
  'mail.why': { country: Text; site: Text }
  'mail.until': { day: Text }
  'mail.closing': { days: number }
  'mail.footer': { site: Text }
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
