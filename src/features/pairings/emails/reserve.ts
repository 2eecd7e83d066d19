import { formats } from '../../../platform/formats.ts'
import type { Email } from '../../../platform/mail/index.ts'
import { tellReserve } from '../../scenarios/index.ts'
import type { Reserved } from '../queries/introductions.ts'
import { words } from '../words.ts'
import type { Occasion } from './to-participant.ts'
import { toParticipant } from './to-participant.ts'

/** Tells someone that they wait in the reserve, why, and what happens next. Nobody is left without a word. */
export function reserveEmail({ person, reason }: Reserved, occasion: Occasion): Email {
  const { round } = occasion
  const t = words(person.locale)
  const f = formats(person.locale, person.zone)
  const paragraphs = [
    tellReserve(reason, 'you', { f, locale: person.locale }),
    t('reserve-mail.next'),
    t('reserve-mail.topics', { day: f.day(round.startsOn) }),
    t('reserve-mail.sorry'),
  ]
  const message = {
    kind: 'reserve',
    subject: t('reserve-mail.subject', { round: round.code }),
    heading: t('reserve-mail.heading'),
    why: t('reserve-mail.why', { round: round.title }),
    preview: paragraphs[0],
    blocks: paragraphs.map((text) => ({ kind: 'text' as const, text })),
    bye: t('reserve-mail.bye'),
  }
  return toParticipant(person, message, occasion)
}
