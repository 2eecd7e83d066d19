import { isolate } from '../../../platform/bidi.ts'
import type { Email } from '../../../platform/mail/index.ts'
import { letterhead } from '../../../platform/network/index.ts'
import { letter } from '../../../ui/index.ts'
import { roundInText } from '../../rounds/index.ts'
import { partnerPath } from '../paths.ts'
import type { Participant } from '../queries/introductions.ts'
import { words } from '../words.ts'
import type { Occasion } from './to-participant.ts'

/** A note that one partner has passed on to the other, who does not know their address. */
export function noteEmail(
  from: Participant,
  to: Participant,
  note: string,
  { round, network }: Occasion,
): Email {
  const t = words(to.locale, network)
  const head = letterhead(to.locale, network)
  const name = isolate(from.name, to.locale)
  const subject = t('note-mail.subject', { name })
  return letter({
    ...head,
    kind: 'note',
    to,
    subject,
    heading: subject,
    why: t('note-mail.why', { name, round: roundInText(to.locale, round) }),
    blocks: note.split(/\n{2,}/).map((text) => ({ kind: 'text', text: { text, lang: '', dir: 'auto' } })),
    button: { href: network.origin + partnerPath, label: t('intro.button'), below: t('intro.button.below') },
    footer: { text: t('note-mail.footer', { site: head.site.name }) },
  })
}
