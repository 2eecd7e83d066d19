import type { App } from '../../platform/app.ts'
import { formats } from '../../platform/formats.ts'
import { type Email, unsubscribeLink } from '../../platform/mail/index.ts'
import { letterhead, type Network } from '../../platform/network/index.ts'
import { letter } from '../../ui/index.ts'
import { keptLink } from '../people/index.ts'
import { deadline, type Round, roundInText, roundPath } from '../rounds/index.ts'
import { confirmPath } from './paths.ts'
import { callsList } from './subscriber.ts'
import { words } from './words.ts'

/** Whom a question goes to, and where its button leads. */
type Question = { kind: string; to: { email: string; locale: string }; network: Network; href: string }

/** What it says; that it was asked for, most likely by its reader, is its first line. */
type Asks = Record<
  'subject' | 'heading' | 'hello' | 'why' | 'button' | 'below' | 'closing' | 'footer',
  string
>

/** Asks the one who reads the mail of an address whether it may be on a list. */
export const questionEmail = ({ kind, to, network, href }: Question, says: Asks): Email =>
  letter({
    ...letterhead(to.locale, network),
    kind,
    to: { email: to.email, personId: null },
    subject: says.subject,
    heading: says.heading,
    greeting: says.hello,
    why: says.why,
    blocks: [],
    button: { href, label: says.button, below: says.below },
    closing: [says.closing],
    footer: { text: says.footer, own: keptLink(to.locale, network.origin) },
  })

/** Asks whether they want to be told of the next call. */
export function confirmEmail(
  to: { email: string; locale: string },
  { network, secret }: { network: Network; secret: string },
): Email {
  const t = words(to.locale, network)
  const href = network.origin + confirmPath(secret)
  return questionEmail(
    { kind: 'next-call-question', to, network, href },
    {
      ...{ subject: t('mail.question.subject'), heading: t('mail.question.heading'), hello: t('mail.hello') },
      ...{ why: t('mail.question.why'), button: t('confirm.button'), below: t('mail.below') },
      closing: t('mail.question.closing'),
      footer: t('mail.question.footer', { site: letterhead(to.locale, network).site.name }),
    },
  )
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
      own: keptLink(to.locale, network.origin),
    },
  })
  return { ...drawn, list: callsList, subscriberId: to.id, campaignId }
}
