// Written by bin/words.mjs from the word files beside it; not for editing.
import { wordFiles } from '../../../platform/word-files.ts'
import type { Anywhere, Text } from '../../../platform/words.ts'
import acts_en from './acts.en.json' with { type: 'json' }
import address_en from './address.en.json' with { type: 'json' }
import chapters_en from './chapters.en.json' with { type: 'json' }
import copy_en from './copy.en.json' with { type: 'json' }
import emails_en from './emails.en.json' with { type: 'json' }
import erase_en from './erase.en.json' with { type: 'json' }
import own_en from './own.en.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }
import requests_en from './requests.en.json' with { type: 'json' }
import shell_en from './shell.en.json' with { type: 'json' }

const en = {
  ...acts_en,
  ...address_en,
  ...chapters_en,
  ...copy_en,
  ...emails_en,
  ...erase_en,
  ...own_en,
  ...refusals_en,
  ...requests_en,
  ...shell_en,
}

/** In each language. */
export const files = wordFiles('features/own-data', en)

export type English = typeof en

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'noted.erasure.asked': { subject: Text; why: Text }
  'noted.erasure.taken-back': { subject: Text }
  'noted.data.swept': { count: number }
  'noted.address.erased': { keeps: Text }
  'address.lead': { days: number; email: Text }
  'mail.address.subject': { site: Text }
  'mail.address.why': { site: Text }
  'address.erase.listed': { count: number }
  'address.erase.cancel': { email: Text }
  'chapter.signing-in.long': { changes: Text; devices: Text }
  'chapter.applications.long': { paused: Text }
  'chapter.drafts.long': { drafts: Text; paused: Text }
  'chapter.files.long': { paused: Text }
  'chapter.elsewhere.long': { elsewhere: Text }
  'copy.title': { site: Text }
  'copy.lead': { at: Text }
  'mail.hello': { name: Text }
  'mail.asked.subject': { site: Text }
  'mail.asked.why': { at: Text }
  'mail.asked.why-office': { at: Text }
  'mail.ready.subject': { site: Text }
  'mail.closed.subject': { site: Text }
  'mail.closed.why': { at: Text; site: Text }
  'mail.closed.why-office': { at: Text; site: Text }
  'mail.ready.text': { until: Text }
  'erase.after': { days: Text }
  'erase.undo.text': { days: Text }
  'goodbye.lead': { days: Text }
  'stay-here.lead': { at: Text; site: Text }
  'own.copy.until': { until: Text }
  'consent.to': { purpose: Text; round: Text; version: Text }
  'own.erase.text': { days: Text }
  'requests.lead': { days: Text }
  'requests.due': { at: Text }
  'requests.taken-back': { at: Text }
  'requests.erased': { at: Text }
  'requests.form.text': { days: Text }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
