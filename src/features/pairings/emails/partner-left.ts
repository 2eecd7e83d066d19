import type { Email } from '../../../platform/mail/index.ts'
import { roundInText } from '../../rounds/index.ts'
import { partnerPath } from '../paths.ts'
import type { Participant } from '../queries/introductions.ts'
import { words } from '../words.ts'
import { type Occasion, toParticipant } from './to-participant.ts'

type To = Pick<Participant, 'personId' | 'name' | 'givenName' | 'email' | 'locale'>

export const subjectOf = { pair: 'partner-left.subject', trio: 'partner-left.subject.trio' } as const

/** To someone whose partner has left for good. It says neither who nor why. */
export function partnerLeftEmail(
  to: To,
  { staysPaired, ...occasion }: Occasion & { staysPaired: boolean },
): Email {
  const { round, network } = occasion
  const t = words(to.locale, network)
  const next = staysPaired ? 'trio' : 'pair'
  const subject = t(subjectOf[next], { round: round.code })
  return toParticipant(
    to,
    {
      ...{ kind: 'reserve', subject, heading: subject },
      why: t(`partner-left.why.${next}`, { round: roundInText(to.locale, round) }),
      blocks: [{ kind: 'text', text: t(`partner-left.next.${next}`) }],
      button: {
        href: network.origin + partnerPath,
        label: t('partner-left.button'),
        below: t('intro.button.below'),
      },
      bye: t('partner-left.bye'),
    },
    occasion,
  )
}
