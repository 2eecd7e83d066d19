// Written by bin/words.mjs from the word files beside it; not for editing.
import type { Anywhere } from '../../../platform/words.ts'
import help_ar from './help.ar.json' with { type: 'json' }
import help_en from './help.en.json' with { type: 'json' }
import help_es from './help.es.json' with { type: 'json' }

export const en = {
  ...help_en,
}

export const es = {
  ...help_es,
}

export const ar = {
  ...help_ar,
}

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  chapter: { count: number; place: number }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
