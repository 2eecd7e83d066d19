// Written by bin/words.mjs from the word files beside it; not for editing.
import errors_ar from './errors.ar.json' with { type: 'json' }
import errors_en from './errors.en.json' with { type: 'json' }
import errors_es from './errors.es.json' with { type: 'json' }
import frame_ar from './frame.ar.json' with { type: 'json' }
import frame_en from './frame.en.json' with { type: 'json' }
import frame_es from './frame.es.json' with { type: 'json' }
import refusals_ar from './refusals.ar.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }
import refusals_es from './refusals.es.json' with { type: 'json' }

export const en = {
  ...errors_en,
  ...frame_en,
  ...refusals_en,
}

export const es = {
  ...errors_es,
  ...frame_es,
  ...refusals_es,
}

export const ar = {
  ...errors_ar,
  ...frame_ar,
  ...refusals_ar,
}
