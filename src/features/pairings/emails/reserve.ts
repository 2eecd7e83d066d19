import { type Formats, formats } from '../../../platform/formats.ts'
import type { Email } from '../../../platform/mail/index.ts'
import { roundInText } from '../../rounds/index.ts'
import { tellReserve } from '../../scenarios/index.ts'
import type { Reserved } from '../queries/introductions.ts'
import { words } from '../words.ts'
import type { Occasion } from './to-participant.ts'
import { toParticipant } from './to-participant.ts'

/** Tells someone that they wait in the reserve, why, and what happens next. Nobody is left without a word. */
export function reserveEmail(waiting: Reserved, occasion: Occasion): Email {
  const { round, network } = occasion
  const { person, isHeld } = waiting
  const t = words(person.locale, network)
  const f = formats(person.locale, person.zone)
  const begun = String((occasion.day ?? round.startsOn) > round.startsOn)
  const topics = t('reserve-mail.topics', { day: f.day(round.startsOn), begun })
  const paragraphs = isHeld
    ? [t('held-mail.today'), t('held-mail.next'), topics]
    : [reasonOf(waiting, f), t('reserve-mail.next'), topics, t('reserve-mail.sorry')]
  const message = {
    kind: 'reserve',
    subject: t(isHeld ? 'held-mail.subject' : 'reserve-mail.subject', { round: round.code }),
    heading: t('reserve-mail.heading'),
    why: t('reserve-mail.why', { round: roundInText(person.locale, round) }),
    preview: paragraphs[0],
    blocks: paragraphs.map((text) => ({ kind: 'text' as const, text })),
    bye: t('reserve-mail.bye'),
  }
  return toParticipant(person, message, occasion)
}

const reasonOf = ({ person, reason }: Reserved, f: Formats) =>
  tellReserve(reason, 'you', { f, locale: person.locale })
