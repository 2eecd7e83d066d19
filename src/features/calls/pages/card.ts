import { type Card, cardVersion, isDrawable } from '../../../platform/card/index.ts'
import { formats } from '../../../platform/formats.ts'
import { type Network, networkCard } from '../../../platform/network/index.ts'
import { deadline, phaseOf, type Round, roundTitle } from '../../rounds/index.ts'
import { standingIn } from '../call.ts'
import { callCardPath } from '../paths.ts'
import { words } from '../words.ts'

/** Whether one can apply, and until or from when; or that it is too late. */
export function callLead(locale: string, round: Round, { now, zone }: { now: Date; zone: string }): string {
  return words(locale)(`call.lead.${standingIn[phaseOf(round, now)]}`, {
    from: formats(locale, zone).instant(round.applyFrom),
    until: deadline(locale, round, zone),
  })
}

/** The same as a picture, for whoever is passed a link: in UTC, since nobody knows where that will be. */
export function callCard(
  network: Network,
  locale: string,
  { round, now }: { round: Round; now: Date },
): Card {
  const title = roundTitle(locale, round)
  return networkCard(network, locale, {
    title: isDrawable(title) ? title : roundTitle(locale, { ...round, title: '' }),
    line: callLead(locale, round, { now, zone: 'UTC' }),
  })
}

/** Where that picture is, and what it says to whoever does not see it. */
export function callPicture(network: Network, locale: string, about: { round: Round; now: Date }) {
  const card = callCard(network, locale, about)
  const { code } = about.round
  return {
    line: card.line,
    href: callCardPath(code, locale, cardVersion(card)),
    alt: words(locale)('call.card.alt', {
      network: card.name,
      round: roundTitle(locale, about.round),
      lead: card.line,
    }),
  }
}
