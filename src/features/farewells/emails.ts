import type { App } from '../../platform/app.ts'
import { isolate } from '../../platform/bidi.ts'
import { dayIn } from '../../platform/days.ts'
import { formats } from '../../platform/formats.ts'
import type { Email } from '../../platform/mail/index.ts'
import { letterhead, type Network } from '../../platform/network/index.ts'
import { letter } from '../../ui/index.ts'
import { type Round, roundInText } from '../rounds/index.ts'
import { lastInstantOf } from './farewell.ts'
import { emailedPath } from './paths.ts'
import { farewellToken } from './policy.ts'
import type { Leaver } from './queries/leavers.ts'
import { words } from './words.ts'

/** `call` is the round to which anyone can apply now. */
type Occasion = {
  app: App
  round: Round
  network: Network
  certificate?: 'earned' | 'lacks-survey' | undefined
  call?: Round | undefined
}

/** What the sentences about someone's end of a round are filled with, in a language. */
export function saidOf(
  { partners, zone }: Pick<Leaver, 'partners' | 'zone'>,
  round: Round,
  locale: string,
  now: Date,
) {
  const say = formats(locale, round.zone)
  return {
    names: say.names(partners),
    count: partners.length,
    round: roundInText(locale, round),
    day: say.day(round.endsOn),
    until: formats(locale, zone).instant(lastInstantOf(round)),
    over: String(dayIn(now, round.zone) > round.endsOn),
  }
}

const inReach = { earned: 'mail.certificate', 'lacks-survey': 'page.certificate.waits' } as const

/** That a round ends, and with it a pairing or a wait; thanks, and how to go on. */
export function farewellEmail(to: Leaver, { app, round, network, certificate, call }: Occasion): Email {
  const t = words(to.locale, network)
  const head = letterhead(to.locale, network)
  const said = saidOf(to, round, to.locale, app.now())
  return letter({
    ...head,
    kind: 'round-end',
    to,
    subject: t('mail.subject', said),
    heading: t('mail.heading'),
    greeting: t('mail.hello', { name: isolate(to.givenName, to.locale) }),
    why: t(`end.${to.ending}`, said),
    blocks: [
      {
        kind: 'list',
        title: t('mail.now'),
        items: [
          ...(certificate ? [t(inReach[certificate])] : []),
          ...(to.partners.length > 0 ? [t('touch', said)] : []),
          call ? t('mail.next.open', { round: roundInText(to.locale, call) }) : t('mail.next'),
        ],
      },
    ],
    button: {
      href: network.origin + emailedPath(farewellToken(app, to.applicationId)),
      label: t('mail.button'),
      below: t('mail.below'),
    },
    closing: t('mail.bye').split('\n'),
    footer: { text: t('mail.footer', { site: head.site.name, round: said.round }) },
  })
}
