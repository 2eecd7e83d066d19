import { formats } from '../../platform/formats.ts'
import type { Email } from '../../platform/mail/index.ts'
import { letterhead, type Network } from '../../platform/network/index.ts'
import { letter } from '../../ui/index.ts'
import type { InCharge } from '../people/index.ts'
import { backupsPath } from './paths.ts'
import { words } from './words.ts'

/** @param last when the newest verified backup was made; null when there is none */
export function overdueEmail(network: Network, last: Date | null, to: InCharge): Email {
  const t = words(to.locale)
  const head = letterhead(to.locale, network)
  const site = head.site.name
  const at = last ? formats(to.locale, 'UTC').instant(last) : ''
  return letter({
    ...head,
    kind: 'backup-overdue',
    to: { ...to, personId: to.id },
    subject: last ? t('mail.subject', { site, at }) : t('mail.subject-never', { site }),
    heading: t('mail.heading', { name: to.givenName }),
    why: last ? t('mail.why', { site, at }) : t('mail.why-never', { site }),
    blocks: [{ kind: 'text', text: t('mail.next') }],
    button: { href: network.origin + backupsPath, label: t('mail.button'), below: t('mail.below') },
    footer: { text: t('mail.footer', { site }) },
  })
}
