// Written by bin/words.mjs from the word files beside it; not for editing.
import acts_ar from './acts.ar.json' with { type: 'json' }
import acts_en from './acts.en.json' with { type: 'json' }
import acts_es from './acts.es.json' with { type: 'json' }
import emails_ar from './emails.ar.json' with { type: 'json' }
import emails_en from './emails.en.json' with { type: 'json' }
import emails_es from './emails.es.json' with { type: 'json' }
import partner_ar from './partner.ar.json' with { type: 'json' }
import partner_en from './partner.en.json' with { type: 'json' }
import partner_es from './partner.es.json' with { type: 'json' }
import refusals_ar from './refusals.ar.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }
import refusals_es from './refusals.es.json' with { type: 'json' }
import release_ar from './release.ar.json' with { type: 'json' }
import release_en from './release.en.json' with { type: 'json' }
import release_es from './release.es.json' with { type: 'json' }
import rematch_ar from './rematch.ar.json' with { type: 'json' }
import rematch_en from './rematch.en.json' with { type: 'json' }
import rematch_es from './rematch.es.json' with { type: 'json' }
import shell_ar from './shell.ar.json' with { type: 'json' }
import shell_en from './shell.en.json' with { type: 'json' }
import shell_es from './shell.es.json' with { type: 'json' }

export const en = {
  ...acts_en,
  ...emails_en,
  ...partner_en,
  ...refusals_en,
  ...release_en,
  ...rematch_en,
  ...shell_en,
}

export const es = {
  ...acts_es,
  ...emails_es,
  ...partner_es,
  ...refusals_es,
  ...release_es,
  ...rematch_es,
  ...shell_es,
}

export const ar = {
  ...acts_ar,
  ...emails_ar,
  ...partner_ar,
  ...refusals_ar,
  ...release_ar,
  ...rematch_ar,
  ...shell_ar,
}
