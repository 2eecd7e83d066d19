// Written by bin/words.mjs from the word files beside it; not for editing.
import { wordFiles } from '../../../platform/word-files.ts'
import type { Anywhere, Text } from '../../../platform/words.ts'
import acts_en from './acts.en.json' with { type: 'json' }
import emails_en from './emails.en.json' with { type: 'json' }
import journal_en from './journal.en.json' with { type: 'json' }
import me_en from './me.en.json' with { type: 'json' }
import people_en from './people.en.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }
import shell_en from './shell.en.json' with { type: 'json' }
import signIn_en from './sign-in.en.json' with { type: 'json' }

const en = {
  ...acts_en,
  ...emails_en,
  ...journal_en,
  ...me_en,
  ...people_en,
  ...refusals_en,
  ...shell_en,
  ...signIn_en,
}

/** In each language. */
export const files = wordFiles('features/people', en)

export type English = typeof en

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'noted.person.created': { subject: Text }
  'noted.person.disabled': { subject: Text }
  'noted.person.enabled': { subject: Text }
  'noted.role.granted': { country: Text; endsOn: Text; role: Text; startsOn: Text; subject: Text }
  'noted.role.ended': { country: Text; endsOn: Text; role: Text; subject: Text }
  'noted.second-factor.removed': { subject: Text }
  'noted.setting.changed': { value: Text }
  'noted.person.email-changed': { subject: Text }
  'noted.person.email-taken-back': { changes: number; subject: Text }
  'mail.sign-in.subject': { site: Text }
  'mail.sign-in.heading': { name: Text }
  'mail.sign-in.why': { site: Text }
  'mail.sign-in.after': { minutes: Text }
  'mail.confirm.subject': { site: Text }
  'mail.confirm.why': { site: Text }
  'mail.changed.subject': { site: Text }
  'mail.changed.why': { email: Text; site: Text }
  'mail.changed.why-by': { by: Text; email: Text; site: Text }
  'mail.entered.subject': { site: Text }
  'mail.entered.why': { by: Text; site: Text }
  'mail.taken-back.subject': { site: Text }
  'mail.taken-back.why': { site: Text }
  'mail.wanted.subject': { site: Text }
  'mail.wanted.why': { site: Text }
  'mail.changed.after': { hours: Text }
  'mail.watched.subject': { from: Text; site: Text; until: Text }
  'mail.watched.why': { from: Text; until: Text }
  'mail.watched.line': { act: Text; count: number; names: Text }
  'mail.role.subject': { role: Text; site: Text }
  'mail.role.why': { by: Text; role: Text; site: Text }
  'mail.role.from': { from: Text }
  'mail.role.from-until': { from: Text; until: Text }
  'mail.role.footer': { site: Text }
  'mail.role-ended.subject': { role: Text; site: Text }
  'mail.role-ends.subject': { day: Text; role: Text; site: Text }
  'mail.role-ended.why': { by: Text; day: Text; role: Text; site: Text }
  'mail.role-ends.why': { by: Text; day: Text; role: Text; site: Text }
  'mail.role-undone.why': { by: Text; role: Text; site: Text }
  'mail.role-ended.footer': { site: Text }
  'journal.position': { count: number }
  'journal.check.broken': { id: number }
  'me.email.lead': { email: Text }
  'me.email.sent': { email: Text }
  'me.email.changed': { email: Text }
  'take-back.lead': { at: Text; site: Text }
  'take-back.address': { email: Text }
  'take-back.done': { email: Text }
  'me.sessions.device': { browser: Text; system: Text }
  'me.sessions.end.label': { device: Text }
  'role.ambassador.of': { country: Text }
  'people.new.done': { name: Text }
  'people.caption': { count: number }
  'grant.later': { from: Text }
  'grant.own': { from: Text }
  'grant.over': { until: Text }
  'end.title': { role: Text }
  'end.lead': { name: Text }
  'address.title': { name: Text }
  'address.lead': { email: Text }
  'address.told': { hours: Text }
  'address.done': { email: Text }
  'sure.disable.title': { name: Text }
  'sure.remove-factor.title': { name: Text }
  'settings.factor.hint': { withRole: number; without: number }
  'refusal.person-exists': { email: Text }
  'refusal.bad-option': { option: Text }
  'sent.lead': { minutes: Text }
  'link.lead': { site: Text }
  'confirm.no-app.text': { email: Text }
  'confirm.link': { email: Text }
  'confirm.sent.lead': { email: Text; minutes: Text }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
