import type { Email } from '../../platform/mail/index.ts'
import { letterhead, type Network } from '../../platform/network/index.ts'
import { letter } from '../../ui/index.ts'
import type { Actor } from '../people/index.ts'
import { networkPath } from './paths.ts'
import { words } from './words.ts'

/** To the director who wants to see how emails of the network arrive. */
export function testEmail(to: Actor & { id: string; email: string }, network: Network): Email {
  const t = words(to.locale)
  const head = letterhead(to.locale, network)
  const { name: site } = head.site
  return letter({
    ...head,
    kind: 'network-test',
    to: { email: to.email, name: to.name, personId: to.id },
    subject: t('mail.test.subject', { site }),
    heading: t('mail.test.heading'),
    why: t('mail.test.why', { site }),
    blocks: [
      {
        kind: 'list',
        title: t('mail.test.look'),
        items: [t('mail.test.from'), t('mail.test.folder'), t('mail.test.reply')],
      },
    ],
    button: { href: network.origin + networkPath, label: t('mail.test.button'), below: t('mail.below') },
    footer: { text: t('mail.test.footer', { site }) },
  })
}
