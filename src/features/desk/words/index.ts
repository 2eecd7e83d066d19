// Written by bin/words.mjs from the word files beside it; not for editing.
import desk_ar from './desk.ar.json' with { type: 'json' }
import desk_en from './desk.en.json' with { type: 'json' }
import desk_es from './desk.es.json' with { type: 'json' }
import steps_ar from './steps.ar.json' with { type: 'json' }
import steps_en from './steps.en.json' with { type: 'json' }
import steps_es from './steps.es.json' with { type: 'json' }

export const en = {
  ...desk_en,
  ...steps_en,
}

export const es = {
  ...desk_es,
  ...steps_es,
}

export const ar = {
  ...desk_ar,
  ...steps_ar,
}
