import { formats } from '../../platform/formats.ts'
import type { Email } from '../../platform/mail/index.ts'
import { letterhead, type Network } from '../../platform/network/index.ts'
import { letter } from '../../ui/index.ts'
import { shortPath } from '../calls/index.ts'
import { type Invitation, invitedDays } from './invitation.ts'
import { acceptPath } from './paths.ts'
import type { EndedTerm } from './queries/ended.ts'
import { words } from './words.ts'

/** Asks somebody to speak for a country, with what it is about. */
export function invitationEmail(
  { country, name, email, locale, endsOn }: Invitation,
  { network, secret }: { network: Network; secret: string },
): Email {
  const t = words(locale)
  const head = letterhead(locale, network)
  const say = formats(locale, 'UTC')
  const named = say.country(country)
  return letter({
    ...head,
    kind: 'ambassador-invitation',
    to: { email, personId: null },
    subject: t('mail.subject', { country: named, site: head.site.name }),
    heading: t('mail.heading', { country: named }),
    greeting: t('mail.greeting', { name }),
    why: t('mail.why', { country: named, site: head.site.name }),
    blocks: [
      { kind: 'text', text: t('mail.what') },
      { kind: 'text', text: endsOn ? t('mail.until', { day: say.shortDay(endsOn) }) : t('mail.open') },
    ],
    button: { href: network.origin + acceptPath(secret), label: t('mail.button'), below: t('mail.below') },
    closing: [t('mail.closing', { days: invitedDays })],
    footer: { text: t('mail.footer', { site: head.site.name }) },
  })
}

/** Thanks somebody for a term that is over, with what stays. @param code of the short address of the country, if it has one */
export function thanksEmail(
  { personId, name, email, locale, country, endsOn }: EndedTerm,
  { network, code }: { network: Network; code: string | null },
): Email {
  const t = words(locale)
  const head = letterhead(locale, network)
  const say = formats(locale, 'UTC')
  const said = { country: say.country(country), site: head.site.name }
  const address = code === null ? null : network.origin + shortPath(code)
  return letter({
    ...head,
    kind: 'ambassador-thanks',
    to: { email, name, personId },
    subject: t('thanks.subject', said),
    heading: t('thanks.heading'),
    greeting: t('mail.greeting', { name }),
    why: t('thanks.why', { ...said, day: say.shortDay(endsOn) }),
    blocks: [
      {
        kind: 'list',
        title: t('thanks.next'),
        items: [
          t('thanks.notes'),
          t('thanks.account'),
          ...(address === null ? [] : [t('thanks.address', { address })]),
        ],
      },
    ],
    closing: [t('thanks.closing')],
    footer: { text: t('thanks.footer', { site: said.site }) },
  })
}
