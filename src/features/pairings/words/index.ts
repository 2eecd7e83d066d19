// Written by bin/words.mjs from the word files beside it; not for editing.
import { wordFiles } from '../../../platform/word-files.ts'
import type { Anywhere, Text } from '../../../platform/words.ts'
import acts_en from './acts.en.json' with { type: 'json' }
import emails_en from './emails.en.json' with { type: 'json' }
import leave_en from './leave.en.json' with { type: 'json' }
import matters_en from './matters.en.json' with { type: 'json' }
import mine_en from './mine.en.json' with { type: 'json' }
import partner_en from './partner.en.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }
import release_en from './release.en.json' with { type: 'json' }
import rematch_en from './rematch.en.json' with { type: 'json' }
import shell_en from './shell.en.json' with { type: 'json' }

const en = {
  ...acts_en,
  ...emails_en,
  ...leave_en,
  ...matters_en,
  ...mine_en,
  ...partner_en,
  ...refusals_en,
  ...release_en,
  ...rematch_en,
  ...shell_en,
}

/** In each language. */
export const files = wordFiles('features/pairings', en)

export type English = typeof en

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'noted.pairings.rehearsed': { examples: number; introductions: number; subject: Text }
  'noted.pairings.released': { mails: number; pairings: number; reserve: number; subject: Text }
  'noted.pairings.exported': { pairings: number; reserve: number; subject: Text }
  'noted.pairing.parted': { left: Text; subject: Text }
  'noted.pairing.rejoined': { subject: Text }
  'noted.participant.left': { first: Text; subject: Text }
  'noted.pairings.rematched': { mails: number; pairings: number; people: number; subject: Text }
  'noted.participants.accepted-late': { people: number; subject: Text }
  'rehearsal.subject': { name: Text; subject: Text }
  'intro.subject': { count: number; names: Text; round: Text }
  'intro.heading': { count: number; names: Text }
  'intro.hello': { name: Text }
  'intro.why': { count: number; round: Text }
  'intro.reasons': { name: Text }
  'why.clocks': { day: Text }
  'why.unmet': { wishes: Text }
  'intro.reach': { name: Text }
  'intro.contact': { how: Text; name: Text }
  'intro.start.1': { count: number }
  'intro.code': { count: number }
  'intro.footer': { round: Text; site: Text }
  'reserve-mail.subject': { round: Text }
  'reserve-mail.why': { round: Text }
  'reserve-mail.topics': { begun: Text; day: Text }
  'note-mail.subject': { name: Text }
  'note-mail.why': { name: Text; round: Text }
  'note-mail.footer': { site: Text }
  'held-mail.subject': { round: Text }
  'partner-left.subject': { round: Text }
  'partner-left.subject.trio': { round: Text }
  'partner-left.why.pair': { round: Text }
  'partner-left.why.trio': { round: Text }
  'leave-own.title': { round: Text }
  'leave-own.whom.partner': { count: number }
  'leave-own.button': { round: Text }
  'farewell.subject': { round: Text }
  'farewell.why': { round: Text }
  'farewell.footer': { round: Text; site: Text }
  'matter.release': { count: number; day: Text }
  'matter.free': { count: number; day: Text }
  'matter.held': { count: number; day: Text }
  'matter.rematch': { count: number }
  'mine.title': { count: number }
  'mine.who': { country: Text; name: Text }
  'mine.partner': { round: Text; who: Text }
  'mine.link': { count: number }
  'home.reach': { how: Text; name: Text }
  'home.hours.title': { name: Text }
  'home.hours.clocks': { name: Text; own: Text; partner: Text }
  'home.hours.partner': { name: Text }
  'home.hours.change': { day: Text }
  'partner.book': { names: Text; round: Text }
  'partner.contact': { how: Text; name: Text }
  'partner.code': { count: number }
  'note.label': { name: Text }
  'note.hint': { name: Text }
  'note.send': { name: Text }
  'note.sent': { name: Text }
  'partner.ended.title': { round: Text }
  'partner.ended': { day: Text; who: Text }
  'refusal.proposal-out-of-date': { count: number }
  'refusal.proposal-broken': { count: number }
  'refusal.confirm-release': { people: number; reserve: number; unanswered: Text }
  'refusal.confirm-rematch': { people: number; unreachable: Text; waiting: number }
  'release.obstacle': { obstacle: Text }
  'rehearse.done': { examples: number; mails: number; to: Text }
  'release.what.pairings': { count: number }
  'release.what.mails': { count: number }
  'release.what.reserve': { count: number }
  'release.whom.text': { countries: number; people: number }
  'release.agree': { number: Text }
  'release.button': { count: number }
  'release.done': { people: number; reserve: number }
  'released.lead': { at: Text; name: Text }
  'released.of': { sent: Text; total: number }
  'released.failed': { count: number }
  'released.suppressed': { count: number }
  'released.unknown': { count: number }
  'released.resume': { count: number }
  'preview.title': { name: Text }
  'rehearse.last': { at: Text; name: Text }
  'rehearse.example': { number: Text }
  'released.next.rematch': { count: number }
  'rematch.ready.title': { pairs: number }
  'rematch.ready': { people: number; waiting: number }
  'rematch.free.title': { count: number }
  'rematch.wait': { day: Text; days: number }
  'rematch.person.link': { held: Text }
  'rematch.person.link.label': { held: Text; name: Text }
  'rematch.hold': { name: Text }
  'rematch.run': { people: number }
  'rematch.part.text': { count: number }
  'rematch.part.link.label': { names: Text }
  'rematch.found.caption': { count: number; q: Text }
  'rematch.found.none.title': { q: Text }
  'rematch.found.more': { shown: number }
  'rematch.fate': { fate: Text }
  'rematch.rejoin.label': { names: Text }
  'rematch.no-way-back': { why: Text }
  'rematch.later.people': { people: number }
  'rematch.later.by': { at: Text; name: Text }
  'rematch.stale.joined': { count: number }
  'rematch.stale.left': { count: number }
  'rematch.stale.changed': { count: number }
  'part.title': { names: Text }
  'part.lead': { day: Text }
  'ended.lead': { from: Text; until: Text }
  'part.way.leave': { count: number; names: Text }
  'part.way.together': { names: Text }
  'part.way.free': { count: number; names: Text }
  'part.whom.text': { names: Text }
  'part.done': { free: number; left: number }
  'waiting.title': { name: Text }
  'leave.whom': { name: Text }
  'leave.button': { name: Text }
  'new-pairs.obstacle': { obstacle: Text }
  'new-pairs.waiting.title': { count: number }
  'rematch-release.what.untold': { count: number }
  'rematch-release.what.others': { count: number }
  'rematch-release.done': { people: number; told: number }
  'rematch-mail.subject.parted': { count: number; names: Text; round: Text }
  'rematch-mail.subject.waited': { count: number; names: Text; round: Text }
  'rematch-mail.subject.joined': { count: number; names: Text; round: Text }
  'rematch-mail.why.parted': { count: number; round: Text; until: Text }
  'rematch-mail.why.waited': { count: number; round: Text; until: Text }
  'rematch-mail.why.joined': { count: number; round: Text; until: Text }
  'waiting-mail.subject': { round: Text }
  'waiting-mail.why.parted': { round: Text }
  'waiting-mail.why.late': { round: Text }
  'waiting-mail.topics': { until: Text }
  'partner.waiting.parted': { round: Text }
  'rematch.end-hold': { name: Text }
  'late.done': { count: number }
  'partner.waiting.held': { round: Text }
  'partner.waiting.late': { round: Text }
  'partner.waiting.reserve': { round: Text }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
