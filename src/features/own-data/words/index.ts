// Written by bin/words.mjs from the word files beside it; not for editing.
import type { Anywhere, Text } from '../../../platform/words.ts'
import acts_ar from './acts.ar.json' with { type: 'json' }
import acts_en from './acts.en.json' with { type: 'json' }
import acts_es from './acts.es.json' with { type: 'json' }
import address_ar from './address.ar.json' with { type: 'json' }
import address_en from './address.en.json' with { type: 'json' }
import address_es from './address.es.json' with { type: 'json' }
import chapters_ar from './chapters.ar.json' with { type: 'json' }
import chapters_en from './chapters.en.json' with { type: 'json' }
import chapters_es from './chapters.es.json' with { type: 'json' }
import copy_ar from './copy.ar.json' with { type: 'json' }
import copy_en from './copy.en.json' with { type: 'json' }
import copy_es from './copy.es.json' with { type: 'json' }
import emails_ar from './emails.ar.json' with { type: 'json' }
import emails_en from './emails.en.json' with { type: 'json' }
import emails_es from './emails.es.json' with { type: 'json' }
import erase_ar from './erase.ar.json' with { type: 'json' }
import erase_en from './erase.en.json' with { type: 'json' }
import erase_es from './erase.es.json' with { type: 'json' }
import own_ar from './own.ar.json' with { type: 'json' }
import own_en from './own.en.json' with { type: 'json' }
import own_es from './own.es.json' with { type: 'json' }
import refusals_ar from './refusals.ar.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }
import refusals_es from './refusals.es.json' with { type: 'json' }
import requests_ar from './requests.ar.json' with { type: 'json' }
import requests_en from './requests.en.json' with { type: 'json' }
import requests_es from './requests.es.json' with { type: 'json' }
import shell_ar from './shell.ar.json' with { type: 'json' }
import shell_en from './shell.en.json' with { type: 'json' }
import shell_es from './shell.es.json' with { type: 'json' }

export const en = {
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

export const es = {
  ...acts_es,
  ...address_es,
  ...chapters_es,
  ...copy_es,
  ...emails_es,
  ...erase_es,
  ...own_es,
  ...refusals_es,
  ...requests_es,
  ...shell_es,
}

export const ar = {
  ...acts_ar,
  ...address_ar,
  ...chapters_ar,
  ...copy_ar,
  ...emails_ar,
  ...erase_ar,
  ...own_ar,
  ...refusals_ar,
  ...requests_ar,
  ...shell_ar,
}

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
  'copy.title': { site: Text }
  'copy.lead': { at: Text }
  'mail.hello': { name: Text }
  'mail.asked.subject': { site: Text }
  'mail.asked.why': { at: Text }
  'mail.asked.why-office': { at: Text }
  'mail.ready.subject': { site: Text }
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
