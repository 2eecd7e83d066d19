// Written by bin/words.mjs from the word files beside it; not for editing.
import { wordFiles } from '../../../platform/word-files.ts'
import type { Anywhere, Text } from '../../../platform/words.ts'
import acts_en from './acts.en.json' with { type: 'json' }
import email_en from './email.en.json' with { type: 'json' }
import inbound_en from './inbound.en.json' with { type: 'json' }
import mailbox_en from './mailbox.en.json' with { type: 'json' }
import office_en from './office.en.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }
import shell_en from './shell.en.json' with { type: 'json' }
import unsubscribe_en from './unsubscribe.en.json' with { type: 'json' }

const en = {
  ...acts_en,
  ...email_en,
  ...inbound_en,
  ...mailbox_en,
  ...office_en,
  ...refusals_en,
  ...shell_en,
  ...unsubscribe_en,
}

/** In each language. */
export const files = wordFiles('features/mail', en)

export type English = typeof en

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'noted.mail.stopped': { sent: number; subject: Text; waiting: number }
  'noted.mail.resumed': { sent: number; subject: Text; waiting: number }
  'noted.mail.complained': { subject: Text }
  'inbound.from': { address: Text; name: Text; when: Text }
  'inbound.from.nobody': { when: Text }
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
