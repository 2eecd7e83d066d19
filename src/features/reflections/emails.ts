import { isolate } from '../../platform/bidi.ts'
import type { Email } from '../../platform/mail/index.ts'
import { letterhead, type Network } from '../../platform/network/index.ts'
import { letter } from '../../ui/index.ts'
import { type Round, roundInText } from '../rounds/index.ts'
import { ownReflectionPath } from './paths.ts'
import type { Partner } from './queries/reflections.ts'
import { words } from './words.ts'

type Occasion = { id: string; by: string; round: Round; network: Network }

/** Tells a partner that somebody invites them to write along, or that a text waits for their agreement. */
export function reflectionEmail(
  kind: 'invitation' | 'waits',
  to: Partner,
  { id, by, round, network }: Occasion,
): Email {
  const t = words(to.locale)
  const head = letterhead(to.locale, network)
  const said = { name: isolate(by, to.locale), round: roundInText(to.locale, round), site: head.site.name }
  const subject = t(`mail.${kind}.subject`, said)
  return letter({
    ...head,
    kind: 'reflection',
    to,
    subject,
    heading: subject,
    greeting: t('mail.hello', { name: isolate(to.givenName, to.locale) }),
    why: t(`mail.${kind}.why`, said),
    blocks: [{ kind: 'text', text: t(`mail.${kind}.text`) }],
    button: {
      href: network.origin + ownReflectionPath(id),
      label: t(`mail.${kind}.button`),
      below: t('mail.below'),
    },
    footer: { text: t('mail.footer', said) },
  })
}
