// Written by bin/words.mjs from the word files beside it; not for editing.
import { wordFiles } from '../../../platform/word-files.ts'
import type { Anywhere, Text } from '../../../platform/words.ts'
import acts_en from './acts.en.json' with { type: 'json' }
import form_en from './form.en.json' with { type: 'json' }
import office_en from './office.en.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }

const en = {
  ...acts_en,
  ...form_en,
  ...office_en,
  ...refusals_en,
}

/** In each language. */
export const files = wordFiles('features/questions', en)

export type English = typeof en

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'noted.question.added': { label: Text; subject: Text }
  'noted.question.changed': { label: Text; subject: Text }
  'noted.question.moved': { label: Text; subject: Text }
  'noted.question.removed': { label: Text; subject: Text }
  'noted.questions.copied': { count: number; from: Text; subject: Text }
  'noted.questions.supplied': { count: number; subject: Text }
  'scale.end': { said: Text; step: Text }
  'list.lead': { sheet: Text }
  'fixed.text': { sheet: Text }
  'empty.title': { sheet: Text }
  'empty.text': { sheet: Text }
  'asked.all': { need: Text }
  'asked.if': { need: Text; option: Text }
  'counts.yes': { prefers: Text; weight: Text }
  'move.up.which': { question: Text }
  'move.down.which': { question: Text }
  'remove.which': { question: Text }
  'copy.text': { sheet: Text }
  'try.title': { sheet: Text }
  'try.in': { language: Text }
  'new.title': { kind: Text }
  'field.else': { language: Text }
  'done.copied': { count: number }
  'refusal.questions-answered': { code: Text }
  'refusal.many-questions': { most: Text }
  'refusal.option-shows-others': { label: Text }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
