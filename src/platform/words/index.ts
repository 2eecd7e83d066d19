// Written by bin/words.mjs from the word files beside it; not for editing.
import { wordFiles } from '../word-files.ts'
import type { Anywhere, Text } from '../words.ts'
import editor_en from './editor.en.json' with { type: 'json' }
import errors_en from './errors.en.json' with { type: 'json' }
import frame_en from './frame.en.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }
import shared_en from './shared.en.json' with { type: 'json' }

const en = {
  ...editor_en,
  ...errors_en,
  ...frame_en,
  ...refusals_en,
  ...shared_en,
}

/** In each language. */
export const files = wordFiles('platform', en)

export type English = typeof en

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'editor.count': { minutes: Text; words: Text }
  'error.longer-than': { most: number }
  'error.between': { least: number; most: number }
  'form.summary': { count: number }
  'session.until': { time: Text }
  'kept.text': { typed: Text }
  'kept.again.text': { typed: Text }
  'frame.demonstration': { day: Text }
  'frame.no-room.office': { free: number; reserve: number }
  'frame.no-room-at-all.office': { free: number; reserve: number }
  'refusal.too-many': { minutes: number }
  'fault.body': { number: Text }
  'refusal.short-of-room': { free: number; reserve: number }
  'pager.position': { page: number; pages: number }
  'address-dead.title': { name: Text }
  'address-dead.hard': { address: Text; when: Text }
  'address-dead.full': { address: Text; when: Text }
  'address-dead.soft': { address: Text; when: Text }
  labelled: { label: Text; text: Text }
  aside: { aside: Text; text: Text }
  joined: { next: Text; text: Text }
}

declare module '../words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
