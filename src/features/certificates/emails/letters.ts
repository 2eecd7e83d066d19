import type { App } from '../../../platform/app.ts'
import { isolate } from '../../../platform/bidi.ts'
import type { Email } from '../../../platform/mail/index.ts'
import { letterhead, type Network } from '../../../platform/network/index.ts'
import { type Block, letter } from '../../../ui/index.ts'
import { type Round, roundInText } from '../../rounds/index.ts'
import { certificatePath, emailedPath } from '../paths.ts'
import { certificateToken } from '../policy.ts'
import type { Certificate } from '../queries/certificates.ts'
import { words } from '../words.ts'

type To = { personId: string; name: string; givenName: string; email: string; locale: string }
type Occasion = { round: Round; network: Network }

/** That a certificate can be had, and waits for the name. */
export function nameEmail(
  to: To & { applicationId: string },
  { app, round, network }: Occasion & { app: App },
): Email {
  const t = words(to.locale)
  return toPerson(
    to,
    { round, network },
    {
      kind: 'certificate-name',
      why: t('mail.name.why', { round: roundInText(to.locale, round) }),
      subject: t('mail.name.subject', { round: roundInText(to.locale, round) }),
      blocks: [],
      href: network.origin + emailedPath(certificateToken(app, to.applicationId)),
      label: t('mail.name.button'),
    },
  )
}

/** That it is made, and where it is. */
export function readyEmail(to: To, about: Occasion & { app: App; certificate: Certificate }): Email {
  const { app, round, network, certificate } = about
  const t = words(to.locale)
  const address = network.origin + certificatePath(certificate.code)
  return toPerson(
    to,
    { round, network },
    {
      kind: 'certificate',
      why: t('mail.ready.why', { round: roundInText(to.locale, round) }),
      subject: t('mail.ready.subject', { round: roundInText(to.locale, round) }),
      blocks: [
        { kind: 'text', text: { text: t('mail.ready.check'), link: { href: address, label: address } } },
      ],
      href: network.origin + emailedPath(certificateToken(app, certificate.applicationId)),
      label: t('mail.ready.button'),
    },
  )
}

/** That it was withdrawn, and why. */
export function withdrawnEmail(to: To, { round, network, why }: Occasion & { why: string }): Email {
  const t = words(to.locale)
  return toPerson(
    to,
    { round, network },
    {
      kind: 'certificate-withdrawn',
      why: t('mail.withdrawn.why', { round: roundInText(to.locale, round) }),
      subject: t('mail.withdrawn.subject', { round: roundInText(to.locale, round) }),
      blocks: [
        { kind: 'text', text: { text: why, dir: 'auto' } },
        { kind: 'text', text: t('mail.withdrawn.next') },
      ],
    },
  )
}

type Message = { kind: string; subject: string; why: string; blocks: Block[]; href?: string; label?: string }

function toPerson(to: To, { round, network }: Occasion, { href, label, ...message }: Message): Email {
  const t = words(to.locale)
  const sender = letterhead(to.locale, network)
  const said = { ...message, heading: message.subject }
  return letter({
    ...sender,
    ...said,
    to,
    footer: { text: t('mail.footer', { site: sender.site.name, round: roundInText(to.locale, round) }) },
    greeting: t('mail.hello', { name: isolate(to.givenName, to.locale) }),
    closing: t('mail.bye').split('\n'),
    ...(href && label ? { button: { href, label, below: t('mail.below') } } : {}),
  })
}
