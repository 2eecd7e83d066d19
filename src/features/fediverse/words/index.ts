// Written by bin/words.mjs from the word files beside it; not for editing.
import { wordFiles } from '../../../platform/word-files.ts'
import type { Anywhere, Text } from '../../../platform/words.ts'
import acts_en from './acts.en.json' with { type: 'json' }
import office_en from './office.en.json' with { type: 'json' }
import public_en from './public.en.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }

const en = {
  ...acts_en,
  ...office_en,
  ...public_en,
  ...refusals_en,
}

/** In each language. */
export const files = wordFiles('features/fediverse', en)

export type English = typeof en

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'noted.fediverse.channel-added': { handle: Text }
  'noted.fediverse.known-as': { handle: Text }
  'noted.fediverse.moved': { handle: Text }
  'noted.fediverse.blocked': { who: Text }
  'noted.fediverse.unblocked': { who: Text }
  'on.again': { handle: Text }
  missing: { accounts: Text; count: number }
  'deliveries.counts': { sent: number; waiting: number }
  'matter.reports': { count: number }
  'known-as.then': { handle: Text }
  'move.lead': { handle: Text }
  'move.whom': { count: number }
  'off.whom': { count: number }
  'blocked.free-one': { who: Text }
  'channel.language': { language: Text; name: Text }
  'channel.tag': { name: Text; tag: Text }
  'channel.topic': { name: Text; number: Text; round: Text }
  'answer.said': { name: Text }
  'follow.topic': { number: Text; round: Text }
  'refusal.no-such-account': { account: Text }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
