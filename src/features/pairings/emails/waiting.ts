import { formats } from '../../../platform/formats.ts'
import type { Email } from '../../../platform/mail/index.ts'
import { roundInText } from '../../rounds/index.ts'
import type { Participant } from '../queries/introductions.ts'
import type { Because } from '../queries/rematch.ts'
import { words } from '../words.ts'
import type { Occasion } from './to-participant.ts'
import { toParticipant } from './to-participant.ts'

/** Someone who still waits after others have found a new partner, and has not been told so yet. */
export type Waiting = { person: Participant; because: Because; key: string }

/** Tells someone whose partner is no longer there, or who came late, that we are looking for one. Never why. */
export function waitingEmail({ person, because }: Waiting, occasion: Occasion): Email {
  const { round, network } = occasion
  const t = words(person.locale, network)
  const f = formats(person.locale, person.zone)
  const kind = because === 'parted' ? 'parted' : 'late'
  const paragraphs = [
    t('waiting-mail.today'),
    t('waiting-mail.next'),
    t('waiting-mail.topics', { until: f.shortDay(round.endsOn) }),
    t('waiting-mail.answer'),
  ]
  const message = {
    kind: 'reserve',
    subject: t('waiting-mail.subject', { round: round.code }),
    heading: t('waiting-mail.heading'),
    why: t(`waiting-mail.why.${kind}`, { round: roundInText(person.locale, round) }),
    preview: paragraphs[0],
    blocks: paragraphs.map((text) => ({ kind: 'text' as const, text })),
    bye: t('reserve-mail.bye'),
  }
  return toParticipant(person, message, occasion)
}
