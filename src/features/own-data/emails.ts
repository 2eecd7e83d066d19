import { formats } from '../../platform/formats.ts'
import type { Email } from '../../platform/mail/index.ts'
import { letterhead, type Network } from '../../platform/network/index.ts'
import { letter } from '../../ui/index.ts'
import { copyUntil, dueAt } from './erasure.ts'
import { addressPath, dataPath, stayHerePath } from './paths.ts'
import { words } from './words.ts'

type To = { personId: string; name: string; givenName: string; email: string; locale: string; zone: string }

/** To someone whose data go in a week, with the way to take it back. */
export const askedEmail = (to: To, asked: Asked, network: Network): Email =>
  erasureEmail(to, asked, network, 'asked')

/** To the same, who wants to sign in meanwhile. */
export const closedOutEmail = (to: To, asked: Asked, network: Network): Email =>
  erasureEmail(to, asked, network, 'closed')

type Asked = { secret: string; askedAt: Date; isOwn: boolean }

function erasureEmail(
  to: To,
  { secret, askedAt, isOwn }: Asked,
  network: Network,
  told: 'asked' | 'closed',
): Email {
  const t = words(to.locale)
  const head = letterhead(to.locale, network)
  const args = { site: head.site.name, at: formats(to.locale, to.zone).instant(dueAt(askedAt)) }
  return letter({
    ...head,
    to,
    kind: 'erasure-asked',
    subject: t(`mail.${told}.subject`, args),
    heading: t('mail.hello', { name: to.givenName }),
    why: t(isOwn ? `mail.${told}.why` : `mail.${told}.why-office`, args),
    blocks: [{ kind: 'text', text: t(`mail.${told}.text`) }],
    button: {
      href: network.origin + stayHerePath(secret),
      label: t('mail.asked.button'),
      below: t('mail.below'),
    },
    closing: [t(`mail.${told}.after`)],
    footer: { text: head.site.tagline },
  })
}

/** To someone whose copy is ready. The file itself is behind a sign-in. */
export function readyEmail(to: To, readyAt: Date, network: Network): Email {
  const t = words(to.locale)
  const head = letterhead(to.locale, network)
  const args = { site: head.site.name, until: formats(to.locale, to.zone).instant(copyUntil(readyAt)) }
  return letter({
    ...head,
    to,
    kind: 'data-ready',
    subject: t('mail.ready.subject', args),
    heading: t('mail.hello', { name: to.givenName }),
    why: t('mail.ready.why'),
    blocks: [{ kind: 'text', text: t('mail.ready.text', args) }],
    button: { href: network.origin + dataPath, label: t('mail.ready.button'), below: t('mail.below') },
    closing: [t('mail.ready.after')],
    footer: { text: head.site.tagline },
  })
}

/** To the reader of an address under which somebody asked what is kept. @param secret null where the address has an account */
export function addressLinkEmail(
  to: { email: string; locale: string },
  { secret, network }: { secret: string | null; network: Network },
): Email {
  const t = words(to.locale)
  const head = letterhead(to.locale, network)
  const args = { site: head.site.name }
  const isMember = secret === null
  return letter({
    ...head,
    to: { email: to.email, personId: null },
    kind: 'address-link',
    subject: t('mail.address.subject', args),
    heading: t('mail.address.heading'),
    why: t('mail.address.why', args),
    blocks: [{ kind: 'text', text: t(isMember ? 'mail.address.member' : 'mail.address.text') }],
    button: {
      href: network.origin + (isMember ? dataPath : addressPath(secret)),
      label: t(isMember ? 'mail.address.sign-in' : 'mail.address.button'),
      below: t('mail.below'),
    },
    closing: [t('mail.address.after')],
    footer: { text: head.site.tagline },
  })
}
