// Written by bin/words.mjs from the word files beside it; not for editing.
import type { Anywhere, Text } from '../../../platform/words.ts'
import protocol_ar from './protocol.ar.json' with { type: 'json' }
import protocol_en from './protocol.en.json' with { type: 'json' }
import protocol_es from './protocol.es.json' with { type: 'json' }

export const en = {
  ...protocol_en,
}

export const es = {
  ...protocol_es,
}

export const ar = {
  ...protocol_ar,
}

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
