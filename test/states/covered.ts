import type { ToldReason } from '../../src/features/applications/emails.ts'
import type { DropReason } from '../../src/features/applications/mends.ts'
import type { OwnState } from '../../src/features/applications/queries/own.ts'
import type { Because } from '../../src/features/pairings/queries/rematch.ts'
import type { ReserveReason } from '../../src/features/scenarios/index.ts'
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

/** Columns of an application that decide about it. */
export const decisions = ['accepted_at', 'dropped_at', 'merged_into', 'waitlisted_at', 'withdrawn_at']

/** Emails that are about an account or the next call, or for the office, and about nobody's state in a round. */
export const aboutNoState = [
  'network-test',
  'address-link',
  'data-ready',
  'erasure-asked',
  'next-call-question',
  'ambassador-invitation',
  'backup-overdue',
  'cases-due',
  'report',
  'call-open',
  // Of the publication: readers, and those who work on it.
  'comment-follow',
  'comment-reply',
  'comments-waiting',
  'contribution',
  'contribution-office',
  'reprint',
  'reprint-office',
  'issue',
  'news',
  'newsletter-question',
  'post',
  'confirm-email',
  'email-changed',
  'email-wanted',
  'reflection',
  'rehearsal',
  'sign-in',
  'survey',
  'survey-reminder',
  'topic-missed',
  'watched-acts',
]
