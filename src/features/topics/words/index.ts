// Written by bin/words.mjs from the word files beside it; not for editing.
import { wordFiles } from '../../../platform/word-files.ts'
import type { Anywhere, Text } from '../../../platform/words.ts'
import acts_en from './acts.en.json' with { type: 'json' }
import calendar_en from './calendar.en.json' with { type: 'json' }
import emails_en from './emails.en.json' with { type: 'json' }
import form_en from './form.en.json' with { type: 'json' }
import matters_en from './matters.en.json' with { type: 'json' }
import mine_en from './mine.en.json' with { type: 'json' }
import plan_en from './plan.en.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }
import shell_en from './shell.en.json' with { type: 'json' }
import topic_en from './topic.en.json' with { type: 'json' }

const en = {
  ...acts_en,
  ...calendar_en,
  ...emails_en,
  ...form_en,
  ...matters_en,
  ...mine_en,
  ...plan_en,
  ...refusals_en,
  ...shell_en,
  ...topic_en,
}

/** In each language. */
export const files = wordFiles('features/topics', en)

export type English = typeof en

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'noted.topic.begun': { code: Text; number: number; subject: Text }
  'noted.topic.changed': { code: Text; number: number; subject: Text }
  'noted.topic.scheduled': { at: Text; code: Text; number: number; subject: Text }
  'noted.topic.published': { code: Text; mails: number; number: number; subject: Text }
  'noted.topic.mailed': { code: Text; mails: number; number: number; subject: Text }
  'noted.topic.withdrawn': { code: Text; number: number; subject: Text }
  'noted.topic.restored': { code: Text; mails: number; number: number; subject: Text }
  'noted.topic.unscheduled': { code: Text; number: number; subject: Text }
  'noted.topic.mailed-late': { at: Text; code: Text; mails: number; number: number; subject: Text }
  'noted.topic.plan-copied': { code: Text; count: number; from: Text }
  'calendar.title': { code: Text }
  'write.this': { number: Text }
  'begin.nobody': { number: Text }
  'state.scheduled': { at: Text }
  'state.published': { at: Text }
  'state.missed': { at: Text }
  'state.withdrawn': { at: Text }
  'begin.topic': { code: Text; number: Text; title: Text }
  'mail.subject': { number: Text; title: Text }
  'mail.why.pair': { code: Text; name: Text }
  'mail.why.trio': { code: Text; name: Text }
  'mail.why.alone': { code: Text; name: Text }
  'mail.hashtag': { hashtag: Text }
  'mail.footer': { site: Text }
  'missed-mail.subject': { code: Text; number: Text }
  'missed-mail.why': { at: Text; code: Text; name: Text; number: Text; title: Text }
  'missed-mail.link': { number: Text }
  'missed-mail.footer': { site: Text }
  'form.title': { code: Text; number: Text }
  save: { number: Text }
  saved: { number: Text }
  'matter.overdue': { day: Text; number: Text }
  'matter.due': { day: Text; number: Text }
  'matter.finish.act': { title: Text }
  'matter.draft': { day: Text; number: Text }
  'matter.missed': { number: Text }
  'matter.missed.act': { title: Text }
  'missed.line': { code: Text; number: Text }
  'mine.title': { title: Text }
  'mine.round': { round: Text }
  'mine.questions': { count: number }
  'plan.title': { code: Text }
  'plan.posts': { count: number }
  'plan.voices': { count: number }
  'plan.countries': { count: number }
  'plan.from': { countries: Text }
  'plan.sectors': { sectors: Text }
  'plan.languages': { languages: Text }
  'plan.fortnight': { number: Text }
  'plan.starts': { day: Text }
  'plan.writer': { name: Text }
  'plan.due': { day: Text }
  'plan.comes-out': { at: Text }
  'plan.came-out': { at: Text }
  'plan.before.post': { title: Text; year: Text }
  'plan.move.to': { title: Text }
  'plan.moved': { number: Text }
  'plan.undo.label': { title: Text }
  'plan.grip': { title: Text }
  'plan.keys.over': { place: Text }
  'plan.keys.moving': { place: Text }
  'plan.topics': { code: Text }
  'plan.copied': { count: number; from: Text }
  'refusal.no-such-topic': { number: Text }
  'refusal.topic-incomplete': { missing: Text }
  'refusal.confirm-topic': { alone: Text; count: number }
  'refusal.bad-topic-option': { field: Text }
  'refusal.bad-topic-file': { problem: Text }
  'topic.crumb': { code: Text }
  'topic.edit': { number: Text }
  'topic.address.later': { url: Text }
  'topic.mails.progress': { sent: Text; total: number }
  'topic.mails.held': { sent: Text; total: Text }
  'topic.mails.audience': { alone: number; count: number }
  'topic.incomplete.text': { parts: Text }
  schedule: { number: Text }
  'schedule.again': { number: Text }
  scheduled: { at: Text; number: Text }
  unschedule: { number: Text }
  unscheduled: { number: Text }
  publish: { number: Text }
  'publish.title.draft': { number: Text }
  'publish.title.withdrawn': { number: Text }
  'publish.title.published': { number: Text }
  'publish.link.withdrawn': { number: Text }
  'publish.link.published': { number: Text }
  'publish.unreleased.title': { code: Text }
  'publish.unreleased.text': { count: number }
  'publish.what.post': { title: Text; url: Text }
  'publish.what.again': { title: Text; url: Text }
  'publish.what.paired': { count: number }
  'publish.what.alone': { count: number }
  'publish.what.held': { count: number }
  'publish.whom.text': { code: Text }
  'publish.confirm.draft': { count: number; number: Text }
  'publish.confirm.withdrawn': { count: number; number: Text }
  'publish.confirm.published': { count: number; number: Text }
  published: { count: number; number: Text }
  withdraw: { number: Text }
  'withdraw.what.page': { title: Text; url: Text }
  'withdraw.what.mail': { sent: number; waiting: number }
  withdrawn: { number: Text }
  'missed.text': { at: Text }
  'preview.post': { number: Text }
  'preview.back': { number: Text }
  'preview.mail.title': { number: Text }
  'preview.views': { number: Text }
  'preview.mail.kilobytes': { size: Text }
  'preview.feed.title': { number: Text }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
