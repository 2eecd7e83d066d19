import type { Email } from '../../../platform/mail/index.ts'
import { letterhead, type Network } from '../../../platform/network/index.ts'
import { letter } from '../../../ui/index.ts'
import { confirmPath } from '../paths.ts'
import type { Rhythm } from '../rhythm.ts'
import { words } from '../words.ts'

/** Asks the one who reads the mail of an address whether they want the newsletter. */
export function confirmEmail(
  to: { email: string; locale: string; rhythm: Rhythm },
  { network, secret }: { network: Network; secret: string },
): Email {
  const t = words(to.locale, network)
  const head = letterhead(to.locale, network)
  return letter({
    ...head,
    kind: 'newsletter-question',
    to: { email: to.email, personId: null },
    subject: t('mail.question.subject', { site: head.site.name }),
    heading: t('mail.question.heading'),
    greeting: t('mail.hello'),
    why: t(`mail.question.why.${to.rhythm}`, { site: head.site.name }),
    blocks: [],
    button: {
      href: network.origin + confirmPath(secret),
      label: t('confirm.button'),
      below: t('mail.below'),
    },
    closing: [t('mail.question.closing')],
    footer: { text: t('mail.question.footer', { site: head.site.name }) },
  })
}
