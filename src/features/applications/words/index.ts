// Written by bin/words.mjs from the word files beside it; not for editing.
import { wordFiles } from '../../../platform/word-files.ts'
import type { Anywhere, Text } from '../../../platform/words.ts'
import acts_en from './acts.en.json' with { type: 'json' }
import answers_en from './answers.en.json' with { type: 'json' }
import application_en from './application.en.json' with { type: 'json' }
import asking_en from './asking.en.json' with { type: 'json' }
import cap_en from './cap.en.json' with { type: 'json' }
import clean_en from './clean.en.json' with { type: 'json' }
import emails_en from './emails.en.json' with { type: 'json' }
import import_en from './import.en.json' with { type: 'json' }
import list_en from './list.en.json' with { type: 'json' }
import matters_en from './matters.en.json' with { type: 'json' }
import mine_en from './mine.en.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }
import shell_en from './shell.en.json' with { type: 'json' }
import unanswered_en from './unanswered.en.json' with { type: 'json' }
import unreachable_en from './unreachable.en.json' with { type: 'json' }

const en = {
  ...acts_en,
  ...answers_en,
  ...application_en,
  ...asking_en,
  ...cap_en,
  ...clean_en,
  ...emails_en,
  ...import_en,
  ...list_en,
  ...matters_en,
  ...mine_en,
  ...refusals_en,
  ...shell_en,
  ...unanswered_en,
  ...unreachable_en,
}

/** In each language. */
export const files = wordFiles('features/applications', en)

export type English = typeof en

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'noted.applications.imported': { added: number; kind: Text; problems: number; subject: Text }
  'noted.application.admitted': { file: Text; row: number; subject: Text }
  'noted.application.mended': { people: Text; subject: Text }
  'noted.application.dropped': { people: Text; subject: Text }
  'noted.duplicate.merge': { people: Text; subject: Text }
  'noted.duplicate.keep-both': { people: Text; subject: Text }
  'noted.duplicate.drop': { people: Text; subject: Text }
  'noted.desk.obvious-accepted': { count: number; subject: Text }
  'noted.sector.mapped': { count: number; subject: Text }
  'noted.desk.undone': { count: number; round: Text }
  'noted.cap.applied': { newlyAccepted: number; newlyWaiting: number; percent: number; subject: Text }
  'noted.correction.accept': { people: Text; subject: Text }
  'noted.correction.keep': { people: Text; subject: Text }
  'noted.application.asked': { kind: Text; subject: Text }
  'noted.application.taken-up': { kind: Text; subject: Text }
  'noted.desk.left-out': { count: number; subject: Text }
  'noted.application.sent': { code: Text; subject: Text }
  'noted.application.changed': { subject: Text }
  'noted.application.withdrawn': { subject: Text }
  'noted.answers.exported': { people: number; subject: Text }
  'application.sent': { at: Text }
  'application.problems': { count: number }
  'application.written': { text: Text }
  'history.caption': { at: Text; what: Text; who: Text }
  'history.caption.undone': { at: Text; what: Text; who: Text }
  'rows.summary': { file: Text; row: Text }
  'ask.title': { name: Text }
  'asked.caption': { count: number }
  'asked.on': { at: Text; by: Text }
  'asked.itself': { at: Text }
  'cap.lead': { percent: Text }
  'cap.waited': { count: number }
  'cap.coming.accepted': { count: number }
  'cap.coming.waiting': { count: number }
  'cap.countries': { count: number }
  'cap.coming.meter-lead': { count: number; most: Text }
  'cap.coming.meter-text': { asking: number; share: Text; waiting: number }
  'cap.all': { percent: Text }
  'cap.apply.accept': { count: number }
  'cap.apply.wait': { count: number }
  'cap.apply.problems': { count: number }
  'cap.apply.whom.text': { count: number; percent: Text }
  'cap.apply.submit': { accept: number; wait: number }
  'cap.lead.done': { at: Text; percent: Text }
  'cap.past.accepted': { count: number }
  'cap.past.waiting': { count: number }
  'cap.past.meter-lead': { count: number; most: Text }
  'cap.past.meter-text': { asking: number; share: Text; waiting: number }
  'cap.done.text': { accepted: number; waiting: number }
  'cap.preview.same': { percent: Text }
  'clean.bar.text': { done: Text; left: number; total: Text }
  'clean.done': { asked: number }
  'clean.done.text': { dropped: Text; merged: Text; ready: number }
  'obvious.offer': { count: number }
  'obvious.look': { count: number }
  'obvious.accept': { count: number }
  'obvious.accept.page': { count: number }
  'obvious.undo': { count: number }
  'obvious.merge': { count: number }
  'obvious.keep-both': { count: number }
  latest: { what: Text }
  'batch.kind': { count: Text; what: Text }
  'batch.of': { name: Text; what: Text }
  'problems.sent': { at: Text }
  'certainty.certain.why': { same: Text }
  'certainty.mailbox.why': { same: Text }
  'certainty.likely.why': { same: Text }
  'certainty.possible.why': { same: Text }
  'certainty.namesake.why': { same: Text }
  'duplicates.differs': { name: Text }
  'duplicates.alike': { count: number }
  'verdict.merge.of': { name: Text }
  'verdict.keep-both.of': { name: Text }
  'verdict.drop-earlier.of': { name: Text }
  'verdict.drop-later.of': { name: Text }
  'sectors.people': { count: number }
  'sectors.map': { count: number }
  'log.undone': { at: Text }
  'flash.imported': { count: number }
  'flash.answered': { count: number }
  'flash.obvious': { count: number; left: number }
  'flash.sector': { count: number; sector: Text }
  'flash.undone': { count: number }
  'flash.cap': { accepted: number; waiting: number }
  'obvious.tick': { what: Text }
  'log.more': { count: number }
  'told.merged': { other: Text }
  'told.keep-both': { other: Text }
  'told.dropped': { reason: Text }
  'told.added': { after: Text; field: Text }
  'told.removed': { before: Text; field: Text }
  'told.became': { after: Text; before: Text; field: Text }
  'batch.title': { count: number }
  'batch.made': { at: Text; who: Text }
  'mail.hello': { name: Text }
  'mail.footer': { round: Text; site: Text }
  'mail.accepted.subject': { round: Text }
  'mail.accepted.why': { round: Text }
  'mail.accepted.next.1': { startsOn: Text }
  'mail.accepted.next.2': { endsOn: Text }
  'mail.accepted.next.3': { startsOn: Text }
  'mail.waiting-list.subject': { round: Text }
  'mail.waiting-list.why': { round: Text }
  'mail.waiting-list.next.1': { percent: Text }
  'mail.waiting-list.open': { next: Text }
  'mail.late.subject': { round: Text }
  'mail.late.why': { round: Text }
  'mail.late.next.2': { endsOn: Text }
  'mail.footer.question': { round: Text; site: Text }
  'mail.question.subject': { round: Text }
  'mail.question.why': { round: Text }
  'mail.question.unread-sharing': { email: Text }
  'mail.footer.one': { round: Text; site: Text }
  'mail.no-consent.subject': { round: Text }
  'mail.no-consent.why': { round: Text }
  'mail.no-consent.next': { begun: Text; startsOn: Text }
  'mail.on-request.subject': { round: Text }
  'mail.on-request.why': { round: Text }
  'mail.other.subject': { round: Text }
  'mail.other.why': { round: Text }
  'preview.title': { file: Text }
  'preview.before': { at: Text }
  'preview.missing': { fields: Text }
  'preview.doubled': { fields: Text }
  'preview.new.applications': { count: number }
  'preview.new.former-pairings': { count: number }
  'preview.known': { count: number }
  'preview.problems': { count: number }
  'preview.submit.applications': { count: number }
  'preview.submit.former-pairings': { count: number }
  'preview.outside': { count: number; more: number; rows: Text }
  'preview.twins': { columns: Text }
  'preview.twin': { column: Text; field: Text }
  'preview.corrected': { count: number }
  'preview.submit.corrections': { count: number }
  'reading.header-at': { row: number }
  'dates.example': { at: Text; order: Text; written: Text }
  'columns.means.of': { column: Text }
  'report.lead': { at: Text; rows: number; who: Text }
  'admit.at': { zone: Text }
  'admit.row': { row: Text }
  'encoding.example': { name: Text; text: Text }
  'undo.label': { what: Text }
  'list.caption': { count: number }
  'pager.position': { count: Text; first: Text; last: Text }
  'matter.questions': { count: number }
  'matter.duplicates': { count: number }
  'matter.cap': { count: number }
  'matter.late': { count: number }
  'matter.late.act': { count: number }
  'matter.asked': { count: number }
  'matter.lost': { count: number }
  'mine.title': { round: Text }
  'mine.round': { round: Text }
  'mine.past': { from: Text; until: Text }
  'own.placed': { from: Text; round: Text; until: Text }
  'own.accepted': { from: Text; round: Text; until: Text }
  'own.waitlisted': { round: Text }
  'own.asked': { round: Text }
  'own.sent': { begun: Text; from: Text; round: Text; sent: Text }
  'own.withdrawn': { round: Text }
  'own.no-consent': { round: Text }
  'own.on-request': { round: Text }
  'own.dropped': { round: Text }
  'own.duplicate': { round: Text }
  'own.unconfirmed': { round: Text; sent: Text }
  'own.taken-back': { round: Text }
  'refusal.columns-missing': { fields: Text }
  'refusal.columns-doubled': { fields: Text }
  'refusal.no-such-zone': { zone: Text }
  'refusal.no-such-file': { path: Text }
  'refusal.not-one-of': { known: Text; written: Text }
  'refusal.file-too-large': { megabytes: Text }
  'refusal.file-unclosed-quote': { row: Text }
  'refusal.cell-too-long': { row: Text }
  'refusal.too-many-rows': { most: number }
  'refusal.too-many-columns': { most: number }
  'refusal.encoding-uncertain': { readings: Text }
  'unanswered.title': { count: number }
  'unanswered.problem': { count: number }
  'unanswered.asked': { count: number }
  'unanswered.ready': { count: number }
  'unanswered.waiting': { count: number }
  'unanswered.more': { count: number }
  'unreachable.caption': { count: number }
  'unreachable.notice': { count: number }
  'unreachable.more': { count: number }
  'unreachable.next.person': { page: Text }
  'answers-waiting.title': { count: number }
  'matter.unreachable': { count: number }
  'matter.unreachable.act': { count: number }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
