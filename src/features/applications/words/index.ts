// Written by bin/words.mjs from the word files beside it; not for editing.
import acts_ar from './acts.ar.json' with { type: 'json' }
import acts_en from './acts.en.json' with { type: 'json' }
import acts_es from './acts.es.json' with { type: 'json' }
import answers_ar from './answers.ar.json' with { type: 'json' }
import answers_en from './answers.en.json' with { type: 'json' }
import answers_es from './answers.es.json' with { type: 'json' }
import application_ar from './application.ar.json' with { type: 'json' }
import application_en from './application.en.json' with { type: 'json' }
import application_es from './application.es.json' with { type: 'json' }
import cap_ar from './cap.ar.json' with { type: 'json' }
import cap_en from './cap.en.json' with { type: 'json' }
import cap_es from './cap.es.json' with { type: 'json' }
import clean_ar from './clean.ar.json' with { type: 'json' }
import clean_en from './clean.en.json' with { type: 'json' }
import clean_es from './clean.es.json' with { type: 'json' }
import emails_ar from './emails.ar.json' with { type: 'json' }
import emails_en from './emails.en.json' with { type: 'json' }
import emails_es from './emails.es.json' with { type: 'json' }
import import_ar from './import.ar.json' with { type: 'json' }
import import_en from './import.en.json' with { type: 'json' }
import import_es from './import.es.json' with { type: 'json' }
import list_ar from './list.ar.json' with { type: 'json' }
import list_en from './list.en.json' with { type: 'json' }
import list_es from './list.es.json' with { type: 'json' }
import refusals_ar from './refusals.ar.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }
import refusals_es from './refusals.es.json' with { type: 'json' }
import shell_ar from './shell.ar.json' with { type: 'json' }
import shell_en from './shell.en.json' with { type: 'json' }
import shell_es from './shell.es.json' with { type: 'json' }

export const en = {
  ...acts_en,
  ...answers_en,
  ...application_en,
  ...cap_en,
  ...clean_en,
  ...emails_en,
  ...import_en,
  ...list_en,
  ...refusals_en,
  ...shell_en,
}

export const es = {
  ...acts_es,
  ...answers_es,
  ...application_es,
  ...cap_es,
  ...clean_es,
  ...emails_es,
  ...import_es,
  ...list_es,
  ...refusals_es,
  ...shell_es,
}

export const ar = {
  ...acts_ar,
  ...answers_ar,
  ...application_ar,
  ...cap_ar,
  ...clean_ar,
  ...emails_ar,
  ...import_ar,
  ...list_ar,
  ...refusals_ar,
  ...shell_ar,
}
