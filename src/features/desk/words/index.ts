// Written by bin/words.mjs from the word files beside it; not for editing.
import { wordFiles } from '../../../platform/word-files.ts'
import type { Anywhere, Text } from '../../../platform/words.ts'
import desk_en from './desk.en.json' with { type: 'json' }
import own_en from './own.en.json' with { type: 'json' }
import search_en from './search.en.json' with { type: 'json' }
import shell_en from './shell.en.json' with { type: 'json' }
import steps_en from './steps.en.json' with { type: 'json' }

const en = {
  ...desk_en,
  ...own_en,
  ...search_en,
  ...shell_en,
  ...steps_en,
}

/** In each language. */
export const files = wordFiles('features/desk', en)

export type English = typeof en

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'fact.topics.detail': { count: number; day: Text }
  span: { from: Text; until: Text }
  calendar: { round: Text }
  'own.lead': { name: Text }
  'search.none.title': { text: Text }
  'search.found': { count: number; text: Text }
  'search.more': { count: Text }
  'round.steps': { round: Text }
  'note.applications': { count: number }
  'note.to-clean': { count: number }
  'note.accepted': { accepted: number; waiting: number }
  'note.ready': { count: number }
  'note.proposal': { pairs: number; reserve: number }
  'note.sent': { mails: number; sent: Text }
  'note.topics': { due: Text; published: Text }
  'note.due': { day: Text }
  'next.announce.button': { code: Text }
  'next.import.text': { day: Text }
  'next.clean.title': { count: number }
  'next.cap.title': { count: number }
  'next.cap.text': { percent: Text }
  'next.match.title': { count: number }
  'next.release.title': { count: number }
  'next.release.text': { day: Text }
  'next.topic.text': { day: Text }
  'next.none.text': { day: Text; due: number }
  'next.ready.button': { count: number }
  'next.rematch.title': { count: number }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
