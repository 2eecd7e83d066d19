import { isolate } from '../../platform/bidi.ts'
import { dayIn } from '../../platform/days.ts'
import { formats } from '../../platform/formats.ts'
import type { Email } from '../../platform/mail/index.ts'
import { letterhead, type Network } from '../../platform/network/index.ts'
import { goesAt } from '../../platform/own-tables.ts'
import { letter } from '../../ui/index.ts'
import { dataPath } from '../own-data/index.ts'
import { contactPath } from '../pages/index.ts'
import type { Pause, Recipient } from './queries.ts'
import { words } from './words.ts'

/** To everyone with an account or an application: that the network is paused, and until when their answers can be had. */
export function pausedEmail(to: Recipient, { pausedAt }: Pick<Pause, 'pausedAt'>, network: Network): Email {
  const t = words(to.locale)
  const head = letterhead(to.locale, network)
  const day = formats(to.locale, to.zone).day(dayIn(goesAt(pausedAt), to.zone))
  const args = { site: head.site.name, day }
  const isMember = to.personId !== null
  return letter({
    ...head,
    kind: 'network-paused',
    to: { email: to.email, name: to.name, personId: to.personId },
    subject: t('mail.subject', args),
    heading: t('mail.subject', args),
    greeting: t('mail.hello', { name: isolate(to.givenName || to.name, to.locale) }),
    why: t(isMember ? 'mail.why' : 'mail.why.applied', args),
    blocks: [
      { kind: 'text', text: t('mail.what', args) },
      {
        kind: 'list',
        title: t('mail.you'),
        items: [
          // What was applied for without an account is not among what a link to an address opens.
          t(isMember ? 'mail.answers' : 'mail.answers.applied', args),
          ...(isMember ? [t('mail.account')] : []),
          t('mail.next'),
          t('mail.blog'),
        ],
      },
    ],
    button: {
      href: network.origin + (isMember ? dataPath : contactPath),
      label: t(isMember ? 'mail.button' : 'mail.button.applied'),
      below: t('mail.below'),
    },
    closing: [t('mail.thanks')],
    footer: { text: t('mail.footer', args) },
  })
}
