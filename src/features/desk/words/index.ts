// Written by bin/words.mjs from the word files beside it; not for editing.
import desk_ar from './desk.ar.json' with { type: 'json' }
import desk_en from './desk.en.json' with { type: 'json' }
import desk_es from './desk.es.json' with { type: 'json' }
import search_ar from './search.ar.json' with { type: 'json' }
import search_en from './search.en.json' with { type: 'json' }
import search_es from './search.es.json' with { type: 'json' }
import shell_ar from './shell.ar.json' with { type: 'json' }
import shell_en from './shell.en.json' with { type: 'json' }
import shell_es from './shell.es.json' with { type: 'json' }
import steps_ar from './steps.ar.json' with { type: 'json' }
import steps_en from './steps.en.json' with { type: 'json' }
import steps_es from './steps.es.json' with { type: 'json' }

export const en = {
  ...desk_en,
  ...search_en,
  ...shell_en,
  ...steps_en,
}

export const es = {
  ...desk_es,
  ...search_es,
  ...shell_es,
  ...steps_es,
}

export const ar = {
  ...desk_ar,
  ...search_ar,
  ...shell_ar,
  ...steps_ar,
}
