// Written by bin/words.mjs from the word files beside it; not for editing.
import type { Anywhere, Text } from '../../../platform/words.ts'
import call_ar from './call.ar.json' with { type: 'json' }
import call_en from './call.en.json' with { type: 'json' }
import call_es from './call.es.json' with { type: 'json' }

export const en = {
  ...call_en,
}

export const es = {
  ...call_es,
}

export const ar = {
  ...call_ar,
}

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'call.apply': { round: Text }
  'call.topics.count': { count: number }
  'call.cap': { percent: Text }
  'call.lead.upcoming': { from: Text }
  'call.lead.applying': { until: Text }
  'call.lead.closed': { until: Text }
  'call.numbers.applications': { count: number }
  'call.numbers.countries': { count: number }
  'call.numbers.named': { countries: Text }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
