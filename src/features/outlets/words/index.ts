// Written by bin/words.mjs from the word files beside it; not for editing.
import { wordFiles } from '../../../platform/word-files.ts'
import type { Anywhere, Text } from '../../../platform/words.ts'
import acts_en from './acts.en.json' with { type: 'json' }
import desk_en from './desk.en.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }

const en = {
  ...acts_en,
  ...desk_en,
  ...refusals_en,
}

/** In each language. */
export const files = wordFiles('features/outlets', en)

export type English = typeof en

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'noted.outlet.added': { handle: Text }
  'noted.outlet.removed': { handle: Text }
  'noted.outlet.tried': { handle: Text }
  'try.which': { account: Text }
  'remove.which': { account: Text }
  problem: { problem: Text }
  'again.which': { account: Text; title: Text }
  matter: { count: number }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
