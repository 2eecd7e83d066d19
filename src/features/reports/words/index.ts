// Written by bin/words.mjs from the word files beside it; not for editing.
import { wordFiles } from '../../../platform/word-files.ts'
import type { Anywhere, Text } from '../../../platform/words.ts'
import impact_en from './impact.en.json' with { type: 'json' }
import report_en from './report.en.json' with { type: 'json' }

const en = {
  ...impact_en,
  ...report_en,
}

/** In each language. */
export const files = wordFiles('features/reports', en)

export type English = typeof en

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'title.of': { network: Text }
  lead: { network: Text }
  rounds: { count: number }
  'map.others': { count: number }
  'map.more': { count: number }
  people: { count: number }
  cite: { address: Text; network: Text; year: Text }
  'report.heading': { network: Text; round: Text }
  'report.by': { day: Text; from: Text; until: Text }
  'report.chart.most': { name: Text }
  'report.answered': { count: number }
  'report.quote.named': { country: Text; name: Text }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
