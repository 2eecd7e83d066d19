// Written by bin/words.mjs from the word files beside it; not for editing.
import type { Anywhere, Text } from '../../../platform/words.ts'
import emails_ar from './emails.ar.json' with { type: 'json' }
import emails_en from './emails.en.json' with { type: 'json' }
import emails_es from './emails.es.json' with { type: 'json' }
import refusals_ar from './refusals.ar.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }
import refusals_es from './refusals.es.json' with { type: 'json' }
import subscribe_ar from './subscribe.ar.json' with { type: 'json' }
import subscribe_en from './subscribe.en.json' with { type: 'json' }
import subscribe_es from './subscribe.es.json' with { type: 'json' }

export const en = {
  ...emails_en,
  ...refusals_en,
  ...subscribe_en,
}

export const es = {
  ...emails_es,
  ...refusals_es,
  ...subscribe_es,
}

export const ar = {
  ...emails_ar,
  ...refusals_ar,
  ...subscribe_ar,
}

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
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
  'confirm.lead': { email: Text }
  'own.lead': { email: Text }
  'own.next.digest': { day: Text }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
