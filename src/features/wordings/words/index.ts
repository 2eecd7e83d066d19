// Written by bin/words.mjs from the word files beside it; not for editing.
import { wordFiles } from '../../../platform/word-files.ts'
import type { Anywhere, Text } from '../../../platform/words.ts'
import acts_en from './acts.en.json' with { type: 'json' }
import office_en from './office.en.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }

const en = {
  ...acts_en,
  ...office_en,
  ...refusals_en,
}

/** In each language. */
export const files = wordFiles('features/wordings', en)

export type English = typeof en

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'noted.wording.changed': { count: number; locale: Text }
  'state.changed': { count: number }
  'state.behind': { count: number }
  'state.label': { email: Text; language: Text; state: Text }
  'one.title': { email: Text; language: Text }
  'role.numbered': { number: Text; role: Text }
  'hint.names': { names: Text }
  'hint.name': { name: Text; value: Text }
  'hint.number': { name: Text }
  'hint.number.only': { name: Text }
  'hint.choice': { name: Text }
  'hint.also': { count: number; emails: Text }
  'hint.ours': { ours: Text }
  'reads.number': { name: Text; number: Text; one: Text }
  'reads.choice': { one: Text; when: Text }
  behind: { ours: Text }
  'ours.label': { sentence: Text }
  'keep.label': { sentence: Text }
  'preview.title': { name: Text }
  'saved.ours': { count: number }
  'clash.title': { by: Text }
  'matter.behind': { count: number }
  'refusal.no-such-sentence': { key: Text }
  'refusal.wording-unknown': { given: Text; names: Text }
  'refusal.wording-missing': { names: Text }
  'refusal.wording-cases': { names: Text; ours: Text }
  'refusal.wording-long': { most: Text }
  'refusal.wording-faults': { faults: Text }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
