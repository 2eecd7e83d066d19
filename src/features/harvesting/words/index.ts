// Written by bin/words.mjs from the word files beside it; not for editing.
import { wordFiles } from '../../../platform/word-files.ts'
import type { Anywhere, Text } from '../../../platform/words.ts'
import protocol_en from './protocol.en.json' with { type: 'json' }

const en = {
  ...protocol_en,
}

/** In each language. */
export const files = wordFiles('features/harvesting', en)

export type English = typeof en

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  repeated: { name: Text }
  'not-known': { name: Text; verb: Text }
  missing: { name: Text; verb: Text }
  'no-date': { name: Text }
  'set.round': { code: Text }
  'set.topic': { code: Text; number: Text }
  'set.author': { name: Text }
  'set.language': { language: Text }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
