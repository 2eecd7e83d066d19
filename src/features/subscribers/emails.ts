import type { App } from '../../platform/app.ts'
import { formats } from '../../platform/formats.ts'
import { type Email, unsubscribeLink } from '../../platform/mail/index.ts'
import { letterhead, type Network } from '../../platform/network/index.ts'
import { letter } from '../../ui/index.ts'
import { deadline, type Round, roundInText, roundPath } from '../rounds/index.ts'
import { confirmPath } from './paths.ts'
import { callsList } from './subscriber.ts'
import { words } from './words.ts'

/** Asks the one who reads the mail of an address whether they want to be told. */
export function confirmEmail(
  to: { email: string; locale: string },
  { network, secret }: { network: Network; secret: string },
): Email {
  const t = words(to.locale, network)
  const head = letterhead(to.locale, network)
  return letter({
    ...head,
    kind: 'next-call-question',
    to: { email: to.email, personId: null },
    subject: t('mail.question.subject'),
    heading: t('mail.question.heading'),
    greeting: t('mail.hello'),
    why: t('mail.question.why'),
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

type Occasion = { app: App; round: Round; network: Network; campaignId?: string }

/** The one email that they asked for: one can apply. */
export function callEmail(
  to: { id: string; email: string; locale: string },
  { app, round, network, campaignId }: Occasion,
): Email {
  const t = words(to.locale, network)
  const head = letterhead(to.locale, network)
  const say = formats(to.locale, round.zone)
  const drawn = letter({
    ...head,
    kind: 'call-open',
    to: { email: to.email, personId: null },
    subject: t('mail.call.subject', { round: roundInText(to.locale, round) }),
    heading: t('mail.call.heading'),
    greeting: t('mail.hello'),
    why: t('mail.call.why', { round: roundInText(to.locale, round), until: deadline(to.locale, round) }),
    blocks: [
      {
        kind: 'text',
        text: t('mail.call.when', { from: say.day(round.startsOn), until: say.day(round.endsOn) }),
      },
    ],
    button: {
      href: network.origin + roundPath(round.code),
      label: t('mail.call.button'),
      below: t('mail.below'),
    },
    closing: [t('mail.call.closing')],
    footer: {
      text: t('mail.call.footer', { site: head.site.name }),
      stop: { href: unsubscribeLink(app, to.id, callsList), label: t('stop') },
    },
  })
  return { ...drawn, list: callsList, subscriberId: to.id, campaignId }
}
