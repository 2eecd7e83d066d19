import type { Email } from '../../../platform/mail/index.ts'
import { letterhead } from '../../../platform/network/index.ts'
import { roundInText } from '../../rounds/index.ts'
import type { Participant } from '../queries/introductions.ts'
import { words } from '../words.ts'
import { type Occasion, toParticipant } from './to-participant.ts'

type To = Pick<Participant, 'personId' | 'name' | 'givenName' | 'email' | 'locale'>

/** To someone who has left a round of their own accord: that it is done, and thanks. */
export function farewellEmail(to: To, occasion: Occasion): Email {
  const t = words(to.locale, occasion.network)
  const round = roundInText(to.locale, occasion.round)
  const subject = t('farewell.subject', { round })
  return toParticipant(
    to,
    {
      ...{ kind: 'farewell', subject, heading: subject },
      why: t('farewell.why', { round }),
      blocks: [{ kind: 'text', text: t('farewell.next') }],
      bye: t('farewell.bye'),
      footer: t('farewell.footer', { site: letterhead(to.locale, occasion.network).site.name, round }),
    },
    occasion,
  )
}
