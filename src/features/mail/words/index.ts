// Written by bin/words.mjs from the word files beside it; not for editing.
import type { Anywhere, Text } from '../../../platform/words.ts'
import acts_ar from './acts.ar.json' with { type: 'json' }
import acts_en from './acts.en.json' with { type: 'json' }
import acts_es from './acts.es.json' with { type: 'json' }
import email_ar from './email.ar.json' with { type: 'json' }
import email_en from './email.en.json' with { type: 'json' }
import email_es from './email.es.json' with { type: 'json' }
import inbound_ar from './inbound.ar.json' with { type: 'json' }
import inbound_en from './inbound.en.json' with { type: 'json' }
import inbound_es from './inbound.es.json' with { type: 'json' }
import mailbox_ar from './mailbox.ar.json' with { type: 'json' }
import mailbox_en from './mailbox.en.json' with { type: 'json' }
import mailbox_es from './mailbox.es.json' with { type: 'json' }
import office_ar from './office.ar.json' with { type: 'json' }
import office_en from './office.en.json' with { type: 'json' }
import office_es from './office.es.json' with { type: 'json' }
import refusals_ar from './refusals.ar.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }
import refusals_es from './refusals.es.json' with { type: 'json' }
import shell_ar from './shell.ar.json' with { type: 'json' }
import shell_en from './shell.en.json' with { type: 'json' }
import shell_es from './shell.es.json' with { type: 'json' }
import unsubscribe_ar from './unsubscribe.ar.json' with { type: 'json' }
import unsubscribe_en from './unsubscribe.en.json' with { type: 'json' }
import unsubscribe_es from './unsubscribe.es.json' with { type: 'json' }

export const en = {
  ...acts_en,
  ...email_en,
  ...inbound_en,
  ...mailbox_en,
  ...office_en,
  ...refusals_en,
  ...shell_en,
  ...unsubscribe_en,
}

export const es = {
  ...acts_es,
  ...email_es,
  ...inbound_es,
  ...mailbox_es,
  ...office_es,
  ...refusals_es,
  ...shell_es,
  ...unsubscribe_es,
}

export const ar = {
  ...acts_ar,
  ...email_ar,
  ...inbound_ar,
  ...mailbox_ar,
  ...office_ar,
  ...refusals_ar,
  ...shell_ar,
  ...unsubscribe_ar,
}

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'noted.mail.stopped': { sent: number; subject: Text; waiting: number }
  'noted.mail.resumed': { sent: number; subject: Text; waiting: number }
  'noted.mail.complained': { subject: Text }
  'inbound.from': { address: Text; name: Text; when: Text }
  'inbound.about': { subject: Text }
  'inbound.returns.caption': { count: number }
  'mail.returned.detail': { verdict: Text; when: Text }
  'matter.letters': { count: number }
  'matter.letters.act': { count: number }
  'matter.refused': { count: number }
  'mailbox.read': { when: Text }
  'mailbox.left': { count: number }
  'mailbox.fails.text': { fault: Text; since: Text }
  'pager.position': { from: Text; to: Text; total: Text }
  'office.campaign.other': { kind: Text }
  'office.campaign.opened': { when: Text }
  'office.campaign.progress': { sent: Text; total: number }
  'office.campaign.stopped': { waiting: number; when: Text }
  'office.campaign.waiting': { waiting: number }
  'office.campaign.failed': { count: number }
  'office.campaign.suppressed': { count: number }
  'office.campaign.unknown': { count: number }
  'office.stop-which': { name: Text }
  'office.resume-which': { name: Text }
  'office.stopped': { waiting: number }
  'office.filter.option': { count: Text; state: Text }
  'office.caption': { total: number }
  'office.problems': { count: number }
  'office.problems.failed': { count: number }
  'office.problems.unknown': { count: number }
  'campaign.of': { code: Text; name: Text }
  'refusal.unknown-mail-state': { state: Text }
  'matter.failed': { count: number }
  'matter.unknown': { count: number }
  'matter.unknown.act': { count: number }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
