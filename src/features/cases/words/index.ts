// Written by bin/words.mjs from the word files beside it; not for editing.
import { wordFiles } from '../../../platform/word-files.ts'
import type { Anywhere, Text } from '../../../platform/words.ts'
import acts_en from './acts.en.json' with { type: 'json' }
import case_en from './case.en.json' with { type: 'json' }
import letters_en from './letters.en.json' with { type: 'json' }
import matters_en from './matters.en.json' with { type: 'json' }
import mine_en from './mine.en.json' with { type: 'json' }
import past_en from './past.en.json' with { type: 'json' }
import queue_en from './queue.en.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }
import together_en from './together.en.json' with { type: 'json' }
import write_en from './write.en.json' with { type: 'json' }

const en = {
  ...acts_en,
  ...case_en,
  ...letters_en,
  ...matters_en,
  ...mine_en,
  ...past_en,
  ...queue_en,
  ...refusals_en,
  ...together_en,
  ...write_en,
}

/** In each language. */
export const files = wordFiles('features/cases', en)

export type English = typeof en

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'noted.case.opened': { subject: Text }
  'noted.case.assigned': { owner: Text; subject: Text }
  'noted.case.noted': { subject: Text }
  'noted.case.waits': { subject: Text }
  'noted.case.parted': { subject: Text }
  'noted.case.closed': { outcome: Text; subject: Text }
  'noted.case.mailed': { subject: Text }
  'noted.ladder.changed': { subject: Text }
  'noted.ladder.reset': { subject: Text }
  'noted.report.received': { subject: Text }
  'case.kicker': { code: Text; kind: Text; number: Text }
  'named.case': { number: Text }
  'case.next': { step: Text }
  'trio.link': { name: Text }
  'trio.asked': { name: Text; names: Text; until: Text }
  'assign.option': { name: Text; open: number }
  'assign.option.away': { name: Text; open: number }
  'done.parted': { free: number; left: number }
  'part.leave': { count: number; names: Text }
  beside: { kind: Text; number: Text; owner: Text }
  'beside.nobody': { kind: Text; number: Text }
  'found.title': { names: Text; number: Text }
  'letter.nudge.link': { name: Text }
  'letter.hear.link': { name: Text }
  'letter.answer.link': { name: Text }
  'letter.address.link': { name: Text }
  'letter.waiting.link': { name: Text }
  'letter.goodbye.link': { name: Text }
  'letter.hear.subject': { round: Text }
  'letter.hear.text': { names: Text; round: Text }
  'letter.answer.subject': { round: Text }
  'letter.answer.text': { names: Text }
  'letter.address.subject': { round: Text }
  'letter.address.text': { names: Text }
  'letter.waiting.subject': { round: Text }
  'letter.waiting.text': { round: Text }
  'letter.goodbye.subject': { round: Text }
  'letter.goodbye.text': { names: Text; round: Text }
  'mail.hello': { name: Text }
  'mail.bye': { from: Text }
  'mail.footer': { round: Text; site: Text }
  'report-mail.footer': { site: Text }
  'morning.subject.due': { count: number }
  'morning.subject.nobody': { count: number }
  'morning.nobody': { count: number }
  'morning.footer': { site: Text }
  'matter.report': { count: number }
  'matter.due': { count: number }
  'matter.nobody': { count: number }
  'mine.help': { at: Text; names: Text }
  'mine.unheard': { names: Text }
  'mine.bounce': { at: Text; names: Text }
  'mine.parted': { at: Text }
  'mine.report': { at: Text }
  'mine.report.due': { day: Text }
  'mine.owned': { day: Text; owner: Text }
  'mine.unowned': { day: Text }
  'report.partner': { code: Text; name: Text }
  'report.who.text': { names: Text }
  'fact.unanswered': { at: Text; person: Text }
  'fact.unheard': { person: Text }
  'fact.contradiction': { person: Text }
  'fact.help': { person: Text }
  'fact.bounce': { at: Text; person: Text }
  'fact.absence': { at: Text; person: Text }
  'fact.parted': { at: Text; person: Text }
  'fact.report': { person: Text }
  'fact.by-hand': { person: Text }
  'past.noted': { who: Text }
  'past.assigned': { owner: Text; who: Text }
  'past.unassigned': { who: Text }
  'past.mailed.nudge': { person: Text; who: Text }
  'past.waited': { until: Text; who: Text }
  'past.parted': { who: Text }
  'past.found': { person: Text }
  'past.closed': { outcome: Text; who: Text }
  'fact.wrote': { person: Text }
  'queue.own': { count: number }
  'owner.away': { owner: Text; until: Text }
  'goal.since': { at: Text }
  hours: { count: number }
  days: { count: number }
  'load.away': { until: Text }
  'refusal.no-such-outcome': { outcomes: Text }
  'together.ready': { count: number }
  'together.caption': { count: number }
  'together.more': { count: number }
  'together.tick': { names: Text }
  'together.silent': { at: Text; count: number }
  'together.said.help': { at: Text }
  'together.said.not-yet': { at: Text }
  'together.said.words': { at: Text }
  'together.said.yes': { at: Text }
  'done.together': { ended: number; free: number; left: number }
  'done.together.changed': { count: number }
  'write.lead': { language: Text }
  'write.hint': { from: Text }
  'write.button': { name: Text }
  'past.mailed.hear': { person: Text; who: Text }
  'past.mailed.answer': { person: Text; who: Text }
  'past.mailed.address': { person: Text; who: Text }
  'past.mailed.waiting': { person: Text; who: Text }
  'past.mailed.goodbye': { person: Text; who: Text }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
