// Written by bin/words.mjs from the word files beside it; not for editing.
import { wordFiles } from '../../../platform/word-files.ts'
import type { Anywhere, Text } from '../../../platform/words.ts'
import office_en from './office.en.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }

const en = {
  ...office_en,
  ...refusals_en,
}

/** In each language. */
export const files = wordFiles('features/translations', en)

export type English = typeof en

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'column.said': { language: Text }
  'search.caption': { count: number }
  'search.first': { count: Text }
  'check.hint': { size: Text }
  'checked.good': { command: Text }
  'checked.faulty': { count: number }
  'check.corrected': { count: number }
  'check.outdated': { count: number }
  'check.clashing': { count: number }
  'check.gone': { count: number }
  'check.passed': { count: number }
  example: { said: Text }
  'unfit.not-xliff': { line: Text }
  'unfit.not-our-language': { language: Text }
  'fault.branch-missing': { said: Text }
  'fault.branch-unknown': { said: Text }
  'fault.empty': { said: Text }
  'fault.name-unknown': { said: Text }
  'fault.name-missing': { said: Text }
  'fault.name-repeated': { said: Text }
  'fault.cannot-be-read': { said: Text }
  'refusal.no-tongue': { language: Text; others: Text }
  'refusal.words-file': { reason: Text }
  'refusal.words-faults': { faults: Text }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
