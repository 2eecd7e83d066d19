// Written by bin/words.mjs from the word files beside it; not for editing.
import { wordFiles } from '../../../platform/word-files.ts'
import type { Anywhere, Text } from '../../../platform/words.ts'
import acts_en from './acts.en.json' with { type: 'json' }
import archive_en from './archive.en.json' with { type: 'json' }
import emails_en from './emails.en.json' with { type: 'json' }
import office_en from './office.en.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }
import subscribe_en from './subscribe.en.json' with { type: 'json' }

const en = {
  ...acts_en,
  ...archive_en,
  ...emails_en,
  ...office_en,
  ...refusals_en,
  ...subscribe_en,
}

/** In each language. */
export const files = wordFiles('features/newsletters', en)

export type English = typeof en

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'noted.issue.begun': { subject: Text }
  'noted.issue.changed': { subject: Text }
  'noted.issue.tested': { subject: Text }
  'noted.issue.decided': { at: Text; readers: number; subject: Text }
  'noted.issue.called-back': { subject: Text }
  'noted.issue.sent': { subject: Text }
  'noted.issue.stopped': { subject: Text }
  'noted.issue.resumed': { subject: Text }
  'archive.kicker': { number: number }
  'notes.back': { number: number }
  'mail.question.subject': { site: Text }
  'mail.question.why.each': { site: Text }
  'mail.question.why.fortnight': { site: Text }
  'mail.question.why.month': { site: Text }
  'mail.question.footer': { site: Text }
  'mail.by': { author: Text }
  'mail.news.subject': { title: Text }
  'mail.news.subject.more': { rest: number; title: Text }
  'mail.news.why.each': { count: number }
  'mail.news.why.fortnight': { count: number }
  'mail.news.why.month': { count: number }
  'mail.news.more': { more: number }
  'mail.news.footer': { site: Text }
  'mail.test.footer': { site: Text }
  'mail.issue.why': { site: Text }
  'mail.issue.why.number': { number: number; site: Text }
  'list.lead': { count: number; each: Text }
  'list.rhythm': { count: number; rhythm: Text }
  'state.planned': { at: Text }
  'state.leaving': { at: Text }
  'state.sent': { at: Text }
  'issue.text.add': { language: Text }
  'issue.post.public': { at: Text }
  'issue.post.comes': { at: Text }
  'issue.post.remove.label': { title: Text }
  'issue.post.up.label': { title: Text }
  'issue.post.down.label': { title: Text }
  'text.title': { language: Text }
  'text.drop': { language: Text }
  'preview.kilobytes': { size: Text }
  'preview.test': { email: Text }
  'send.what.emails': { count: number; posts: number }
  'send.what.coming': { at: Text; title: Text }
  'send.whom': { count: number; each: Text }
  'send.whom.language': { count: number; language: Text }
  'send.whom.other': { count: number; language: Text }
  'send.other.each': { count: number }
  'send.other.paused': { count: number }
  'send.other.unreachable': { count: number }
  'send.other.unconfirmed': { count: number }
  'send.other.left': { count: number }
  'send.button': { count: number }
  'send.done': { count: number }
  'sent.planned': { at: Text; count: number }
  'sent.text': { sent: number; total: number }
  'sent.stopped': { waiting: number }
  'matter.stopped': { title: Text }
  'matter.planned': { at: Text; title: Text }
  'matter.draft': { title: Text }
  'refusal.too-many-posts': { most: number }
  'confirm.lead': { email: Text }
  'own.lead': { email: Text }
  'own.lead.nothing': { email: Text }
  'own.unreachable': { email: Text }
  'own.next.digest': { day: Text }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
