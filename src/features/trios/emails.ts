import type { App } from '../../platform/app.ts'
import { isolate } from '../../platform/bidi.ts'
import { formats } from '../../platform/formats.ts'
import type { Email } from '../../platform/mail/index.ts'
import { letterhead, type Network } from '../../platform/network/index.ts'
import type { Speaker } from '../../platform/words.ts'
import { letter } from '../../ui/index.ts'
import { partnerPath } from '../pairings/index.ts'
import { type Round, roundInText } from '../rounds/index.ts'
import { emailedTrioPath } from './paths.ts'
import { trioToken } from './policy.ts'
import type { Asked, Offer } from './queries/offers.ts'
import { words } from './words.ts'

type Occasion = { app: App; round: Round; network: Network }
type About = { offer: Pick<Offer, 'people' | 'openUntil'>; asked: Asked }

/**
 * What somebody is asked, in their words: a pair hears where the third works and from which country, the third the same
 * of the two. Names come with the introductions, when all have agreed.
 */
export function sayingTo(
  { offer: { people, openUntil }, asked }: About,
  { round, speaker, locale }: { round: Round; speaker: Speaker; locale: string },
) {
  const t = words(locale, speaker)
  const say = formats(locale, asked.zone)
  const partner = people.find((one) => one !== asked && !one.isWaiting)
  const strangers = people.filter(({ isWaiting }) => isWaiting !== asked.isWaiting)
  const who = strangers.map(({ sector, country }) => t('who', { sector, country: say.country(country) }))
  const inRound = roundInText(locale, round)
  const name = isolate(partner?.name ?? '', locale)
  const said = { round: inRound, who: say.list(who) }
  const until = say.instant(openUntil)
  if (asked.isWaiting)
    return {
      ...{ question: t('ask.waiting.question'), why: t('ask.waiting.why', said), until },
      how: t('ask.waiting.how'),
    }
  return {
    ...{ question: t('ask.pair.question', { name }), why: t('ask.pair.why', said), until },
    how: t('ask.pair.how', { name }),
  }
}

/** Asks one of the three. */
export function askingEmail(about: About, { app, round, network }: Occasion): Email {
  const { asked } = about
  const t = words(asked.locale, network)
  const head = letterhead(asked.locale, network)
  const said = sayingTo(about, { round, speaker: network, locale: asked.locale })
  return letter({
    ...head,
    kind: 'trio',
    to: asked,
    subject: said.question,
    heading: said.question,
    greeting: t('mail.hello', { name: isolate(asked.givenName, asked.locale) }),
    why: said.why,
    blocks: [
      { kind: 'text', text: said.how },
      { kind: 'text', text: t('mail.until', { until: said.until }) },
    ],
    button: {
      href: network.origin + emailedTrioPath(trioToken(app, asked.id)),
      label: t('mail.button'),
      below: t('mail.button.below'),
    },
    footer: footerOf(asked, round, network),
  })
}

/** Tells one of the three that it did not come about, and what stays as it was. It never says why. */
export function endedEmail(
  { asked }: Pick<About, 'asked'>,
  { round, network }: Omit<Occasion, 'app'>,
): Email {
  const t = words(asked.locale, network)
  const side = asked.isWaiting ? 'waiting' : 'pair'
  return letter({
    ...letterhead(asked.locale, network),
    kind: 'trio-ended',
    to: asked,
    subject: t(`ended.${side}.subject`, { round: round.code }),
    heading: t(`ended.${side}.subject`, { round: round.code }),
    greeting: t('mail.hello', { name: isolate(asked.givenName, asked.locale) }),
    why: t(`ended.${side}.why`, { round: roundInText(asked.locale, round) }),
    blocks: [{ kind: 'text', text: t(`ended.${side}.next`) }],
    button: {
      href: network.origin + partnerPath,
      label: t('ended.button'),
      below: t('mail.button.below.signed-in'),
    },
    footer: footerOf(asked, round, network),
  })
}

const footerOf = (asked: Asked, round: Round, network: Network) => ({
  text: words(asked.locale, network)('mail.footer', {
    site: letterhead(asked.locale, network).site.name,
    round: roundInText(asked.locale, round),
  }),
})
