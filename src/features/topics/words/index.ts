// Written by bin/words.mjs from the word files beside it; not for editing.
import type { Anywhere, Text } from '../../../platform/words.ts'
import acts_ar from './acts.ar.json' with { type: 'json' }
import acts_en from './acts.en.json' with { type: 'json' }
import acts_es from './acts.es.json' with { type: 'json' }
import calendar_ar from './calendar.ar.json' with { type: 'json' }
import calendar_en from './calendar.en.json' with { type: 'json' }
import calendar_es from './calendar.es.json' with { type: 'json' }
import emails_ar from './emails.ar.json' with { type: 'json' }
import emails_en from './emails.en.json' with { type: 'json' }
import emails_es from './emails.es.json' with { type: 'json' }
import form_ar from './form.ar.json' with { type: 'json' }
import form_en from './form.en.json' with { type: 'json' }
import form_es from './form.es.json' with { type: 'json' }
import refusals_ar from './refusals.ar.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }
import refusals_es from './refusals.es.json' with { type: 'json' }
import shell_ar from './shell.ar.json' with { type: 'json' }
import shell_en from './shell.en.json' with { type: 'json' }
import shell_es from './shell.es.json' with { type: 'json' }
import topic_ar from './topic.ar.json' with { type: 'json' }
import topic_en from './topic.en.json' with { type: 'json' }
import topic_es from './topic.es.json' with { type: 'json' }

export const en = {
  ...acts_en,
  ...calendar_en,
  ...emails_en,
  ...form_en,
  ...refusals_en,
  ...shell_en,
  ...topic_en,
}

export const es = {
  ...acts_es,
  ...calendar_es,
  ...emails_es,
  ...form_es,
  ...refusals_es,
  ...shell_es,
  ...topic_es,
}

export const ar = {
  ...acts_ar,
  ...calendar_ar,
  ...emails_ar,
  ...form_ar,
  ...refusals_ar,
  ...shell_ar,
  ...topic_ar,
}

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'calendar.title': { code: Text }
  'write.this': { number: Text }
  'state.scheduled': { at: Text }
  'state.published': { at: Text }
  'state.withdrawn': { at: Text }
  'begin.topic': { code: Text; number: Text; title: Text }
  'mail.subject': { number: Text; title: Text }
  'mail.why': { code: Text; name: Text }
  'mail.hashtag': { hashtag: Text }
  'mail.footer': { site: Text }
  'form.title': { code: Text; number: Text }
  'field.licence.version': { version: Text }
  saved: { number: Text }
  'refusal.no-such-topic': { number: Text }
  'refusal.topic-incomplete': { missing: Text }
  'refusal.bad-topic-option': { field: Text }
  'refusal.bad-topic-file': { problem: Text }
  'topic.crumb': { code: Text }
  'topic.address.later': { url: Text }
  'topic.mails.progress': { sent: Text; total: Text }
  'topic.incomplete.text': { parts: Text }
  scheduled: { at: Text; number: Text }
  unscheduled: { number: Text }
  'publish.title': { number: Text }
  'publish.what.post': { title: Text; url: Text }
  'publish.what.mail': { count: number }
  'publish.whom.text': { code: Text }
  'publish.confirm': { count: number }
  published: { count: number; number: Text }
  'preview.post': { number: Text }
  'preview.mail.title': { number: Text }
  'preview.mail.kilobytes': { size: Text }
  'preview.feed.title': { number: Text }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
