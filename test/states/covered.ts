import type { ToldReason } from '../../src/features/applications/emails.ts'
import type { DropReason } from '../../src/features/applications/mends.ts'
import type { OwnState } from '../../src/features/applications/queries/own.ts'
import type { CommentState } from '../../src/features/comments/comment.ts'
import type { Standing } from '../../src/features/contributions/contribution.ts'
import type { Rhythm } from '../../src/features/newsletters/rhythm.ts'
import type { Because } from '../../src/features/pairings/queries/rematch.ts'
import type { Standing as ReprintStanding } from '../../src/features/reprints/reprint.ts'
import type { ReserveReason } from '../../src/features/scenarios/index.ts'
import type { PublicationStateName } from './publication-states.ts'
import type { StateName } from './states.ts'

/** Where each value that tells people's states apart is lived through. A value that is added does not compile here. */
export const covered = {
  ownStates: {
    placed: 'the partner has left',
    accepted: 'accepted, before the release',
    waitlisted: 'on the waiting list',
    asked: 'asked a question',
    unconfirmed: 'applied by form, address not confirmed',
    'taken-back': 'withdrew the application',
    sent: 'application sent',
    withdrawn: 'left the round',
    'no-consent': 'dropped: no consent',
    'on-request': 'dropped: on request',
    dropped: 'dropped: another reason',
    duplicate: 'dropped: applied twice',
  } satisfies Record<OwnState, StateName>,
  dropReasons: {
    'no-address': 'dropped: no address',
    'no-consent': 'dropped: no consent',
    'on-request': 'dropped: on request',
    duplicate: 'dropped: applied twice',
    other: 'dropped: another reason',
  } satisfies Record<DropReason, StateName>,
  reserveReasons: {
    'nobody-allowed': 'in reserve: nobody allowed',
    'odd-number': 'in reserve: odd number',
    'too-few-partners': 'in reserve: too few partners',
    'partners-pinned': 'in reserve: partners pinned',
    'by-hand': 'in reserve: by hand',
  } satisfies Record<ReserveReason['kind'], StateName>,
  waits: {
    parted: 'the partner has left',
    reserve: 'in reserve, a topic is out',
    late: 'accepted after the release',
    held: 'the partner has left, held',
  } satisfies Record<Because | 'held', StateName>,
  told: {
    'no-consent': 'dropped: no consent',
    'on-request': 'dropped: on request',
    other: 'dropped: another reason',
  } satisfies Record<ToldReason, StateName>,
}

/** The same of the publication. */
export const publicationCovered = {
  contributions: {
    waiting: 'a text offered',
    asked: 'asked for a change',
    editing: 'a text accepted',
    proof: 'asked to agree',
    agreed: 'agreed to the text',
    waived: 'comes out without an answer',
    scheduled: 'a day is set',
    out: 'a text published',
    'taken-down': 'published, then withdrawn by the editors',
    declined: 'a text declined',
    withdrawn: 'a text taken back',
  } satisfies Record<Standing, PublicationStateName>,
  comments: {
    waiting: 'a comment waits',
    shown: 'a comment appeared',
    removed: 'a comment removed',
    spam: 'a comment taken for spam',
    withdrawn: 'a comment taken back',
  } satisfies Record<CommentState, PublicationStateName>,
  rhythms: {
    each: 'gets each post',
    fortnight: 'gets a digest every two weeks',
    month: 'gets a digest every month',
  } satisfies Record<Rhythm, PublicationStateName>,
  reprints: {
    waiting: 'asked for a reprint',
    asked: 'a reprint put to the authors',
    allowed: 'a reprint allowed',
    appeared: 'a reprint appeared',
    refused: 'a reprint refused',
    // Whoever asked is told the same.
    declined: 'a reprint refused',
  } satisfies Record<ReprintStanding, PublicationStateName>,
}

/** Columns of an application that decide about it. */
export const decisions = ['accepted_at', 'dropped_at', 'merged_into', 'waitlisted_at', 'withdrawn_at']

/** Emails that are about an account or the next call, or for the office, and about nobody's state. */
export const aboutNoState = [
  'network-test',
  // Of the whole network, in whatever state with respect to a round its reader is.
  'network-paused',
  'address-link',
  'data-ready',
  'erasure-asked',
  'next-call-question',
  'ambassador-invitation',
  'ambassador-thanks',
  'backup-overdue',
  'cases-due',
  'report',
  'call-open',
  // Of the publication: for those who work on it, or composed by them.
  'comments-waiting',
  'contribution-office',
  'reprint-office',
  'issue',
  'post',
  'confirm-email',
  'email-changed',
  'email-wanted',
  'reflection',
  'rehearsal',
  'role-ended',
  'role-given',
  'sign-in',
  'survey',
  'survey-reminder',
  'topic-missed',
  'watched-acts',
]
