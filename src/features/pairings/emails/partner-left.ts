import type { Email } from '../../../platform/mail/index.ts'
import { letterhead, type Network } from '../../../platform/network/index.ts'
import { letter } from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { roundInText } from '../../rounds/index.ts'
import { partnerPath } from '../paths.ts'
import { words } from '../words.ts'

type To = { personId: string; name: string; givenName: string; email: string; locale: string }
type Left = { round: Round; network: Network; staysPaired: boolean }

/** To someone whose partner has left for good. It says neither who nor why. */
export function partnerLeftEmail(to: To, { round, network, staysPaired }: Left): Email {
  const t = words(to.locale, network)
  const head = letterhead(to.locale, network)
  const next = staysPaired ? 'trio' : 'pair'
  return letter({
    ...head,
    kind: 'reserve',
    to,
    subject: t('partner-left.subject', { round: round.code }),
    heading: t('partner-left.heading', { name: to.givenName }),
    why: t(`partner-left.why.${next}`, { round: roundInText(to.locale, round) }),
    blocks: [{ kind: 'text', text: t(`partner-left.next.${next}`) }],
    button: {
      href: network.origin + partnerPath,
      label: t('partner-left.button'),
      below: t('intro.button.below'),
    },
    closing: t('partner-left.bye').split('\n'),
    footer: { text: head.site.tagline },
  })
}
