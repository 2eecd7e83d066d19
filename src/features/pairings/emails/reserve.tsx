import { formats } from '../../../platform/formats.ts'
import type { Email } from '../../../platform/mail/index.ts'
import { tellReserve } from '../../scenarios/index.ts'
import type { Reserved } from '../queries/introductions.ts'
import { words } from '../words.ts'
import type { Occasion } from './introduction.tsx'
import { letterEmail } from './letter.tsx'

/** Tells someone that they wait in the reserve, why, and what happens next. Nobody is left without a word. */
export function reserveEmail({ person, reason }: Reserved, occasion: Occasion): Email {
  const { round } = occasion
  const t = words(person.locale)
  const f = formats(person.locale, person.zone)
  const letter = {
    kind: 'reserve',
    subject: t('reserve-mail.subject', { round: round.code }),
    heading: t('reserve-mail.heading'),
    why: t('reserve-mail.why', { round: round.title }),
    paragraphs: [
      tellReserve(reason, 'you', { f, locale: person.locale }),
      t('reserve-mail.next'),
      t('reserve-mail.topics', { day: f.day(round.startsOn) }),
      t('reserve-mail.sorry'),
    ],
  }
  return letterEmail(person, letter, occasion)
}
