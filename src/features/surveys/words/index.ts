// Written by bin/words.mjs from the word files beside it; not for editing.
import { wordFiles } from '../../../platform/word-files.ts'
import type { Anywhere, Text } from '../../../platform/words.ts'
import acts_en from './acts.en.json' with { type: 'json' }
import answer_en from './answer.en.json' with { type: 'json' }
import emails_en from './emails.en.json' with { type: 'json' }
import figures_en from './figures.en.json' with { type: 'json' }
import office_en from './office.en.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }

const en = {
  ...acts_en,
  ...answer_en,
  ...emails_en,
  ...figures_en,
  ...office_en,
  ...refusals_en,
}

/** In each language. */
export const files = wordFiles('features/surveys', en)

export type English = typeof en

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'noted.survey.planned': { asksOn: Text; closesOn: Text; sheet: Text; subject: Text }
  'noted.survey.released': { sheet: Text; subject: Text }
  'noted.survey.recalled': { sheet: Text; subject: Text }
  'noted.survey.closed': { sheet: Text; subject: Text }
  'noted.survey.exported': { lines: number; sheet: Text; subject: Text }
  'answer.title': { sheet: Text }
  'answer.step': { round: Text; step: Text; steps: Text }
  'answer.lead': { count: number; minutes: number }
  'thanks.lead': { sheet: Text }
  'thanks.change': { day: Text }
  'mine.title': { round: Text; sheet: Text }
  'mine.invited': { day: Text; sheet: Text }
  'mine.begun': { day: Text }
  'mine.finished': { day: Text }
  'mail.hello': { name: Text }
  'mail.subject': { round: Text; sheet: Text }
  'mail.why': { round: Text; sheet: Text }
  'mail.reminder.subject': { round: Text; sheet: Text }
  'mail.reminder.why': { round: Text }
  'mail.short': { count: number; minutes: number }
  'mail.begun': { count: number; minutes: number }
  'mail.until': { day: Text }
  'mail.footer': { round: Text; site: Text }
  'figures.lead': { answered: Text; at: Text; invited: Text }
  bar: { count: Text; share: Text }
  'chart.most': { option: Text }
  'texts.quote.named': { country: Text; name: Text }
  'survey.title': { sheet: Text }
  'questions.count': { count: number }
  'questions.fixed': { count: number }
  'days.closes.hint': { zone: Text }
  'step.release.text': { day: Text }
  'step.recall.text': { day: Text }
  'step.close.text': { day: Text }
  'done.supplied': { count: number }
  'matter.draft': { day: Text; sheet: Text }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
