import { isolate } from '../../../platform/bidi.ts'
import { formats } from '../../../platform/formats.ts'
import type { Email } from '../../../platform/mail/index.ts'
import { branch } from '../../../platform/words.ts'
import type { Block, LetterPage, Said } from '../../../ui/index.ts'
import { conductPath } from '../../pages/index.ts'
import type { Round } from '../../rounds/index.ts'
import { roundInText } from '../../rounds/index.ts'
import { factsOf, sectorName } from '../../scenarios/index.ts'
import type { Told } from '../introduction.ts'
import { partnerPath } from '../paths.ts'
import type { Introduced, Participant } from '../queries/introductions.ts'
import { toldOf } from '../telling.ts'
import type { Voice } from '../words.ts'
import { words } from '../words.ts'
import { brief } from './brief.ts'
import { type Occasion, toParticipant } from './to-participant.ts'

/**
 * How a partner comes to someone: with all the others, after a wait, after another partner, or as a third beside one
 * they have. Why a pairing before ended is never said.
 */
export type Beginning = 'first' | 'waited' | 'parted' | 'joined'

/**
 * The email that presents someone's partner to them: who it is, why they were paired, when both are awake,
 * how to begin. It holds of the partner only what they agreed to share.
 *
 * @param whole who gets it, with everything they said
 */
export function introductionEmail(
  whole: Participant,
  group: Introduced,
  occasion: Occasion,
  beginning: Beginning = 'first',
): Email {
  const { round, network, day = round.startsOn } = occasion
  const { origin } = network
  const own = brief(whole)
  const t = words(own.locale, network)
  const voice: Voice = { t, f: formats(own.locale, own.zone), locale: own.locale }
  const partners = group.members.filter((member) => member.applicationId !== own.applicationId).map(brief)
  const names = voice.f.names(partners.map((partner) => partner.name))
  const opening = openingOf(beginning, { names, round, count: partners.length }, voice)
  const told = partners.map((partner) => toldOf(own, partner, group, { day, until: round.endsOn, voice }))
  const message = {
    kind: 'introduction',
    subject: opening.subject,
    preview: told[0]?.sentences[0] ?? opening.why,
    heading: t('intro.heading', { names, count: partners.length }),
    why: opening.why,
    blocks: [
      bookOf(own, partners, day, voice),
      ...told.flatMap((one) => aboutPartner(one, origin, voice)),
      ...howToStart(partners.length, opening.hope, origin, voice),
    ],
    button: { href: origin + partnerPath, label: t('intro.button'), below: t('intro.button.below') },
    bye: t('intro.bye'),
  }
  return toParticipant(own, message, occasion)
}

/** What a mail says first, and the question about what is ahead: a partner who comes later has fewer months. */
function openingOf(
  beginning: Beginning,
  { names, round, count }: { names: string; round: Round; count: number },
  { t, f, locale }: Voice,
) {
  if (beginning === 'first') {
    return {
      subject: t('intro.subject', { names, round: round.code, count }),
      why: t('intro.why', { round: roundInText(locale, round), count }),
      hope: t('intro.ice.5'),
    }
  }
  const until = f.shortDay(round.endsOn)
  return {
    subject: t(`rematch-mail.subject.${beginning}`, { names, round: round.code, count }),
    why: t(`rematch-mail.why.${beginning}`, { round: roundInText(locale, round), count, until }),
    hope: t('rematch-mail.ice'),
  }
}

const bookOf = (own: Participant, partners: readonly Participant[], day: string, voice: Voice): Block => ({
  kind: 'book',
  pages: [
    ...partners.map((partner) => pageOf(partner, { kicker: voice.t('intro.partner'), day }, voice)),
    pageOf(own, { kicker: voice.t('intro.you'), day }, voice),
  ],
})

/** Why they were paired, and how to reach each other. */
function aboutPartner(told: Told & { sentences: string[] }, origin: string, voice: Voice): Block[] {
  const name = isolate(told.names.partner, voice.locale)
  return [
    { kind: 'list', title: voice.t('intro.reasons', { name }), items: told.sentences },
    { kind: 'list', title: voice.t('intro.reach', { name }), items: [reach(told, name, origin, voice)] },
  ]
}

/** How to reach a partner: their address, or the page from which a note is passed on. */
function reach({ contact, email }: Told, name: string, origin: string, { t }: Voice): Said {
  const page = origin + partnerPath
  return {
    text: t('intro.contact', { how: branch(contact), name }),
    link: email === null ? { href: page, label: page } : { href: `mailto:${email}`, label: email },
  }
}

function howToStart(count: number, hope: string, origin: string, { t }: Voice): Block[] {
  const steps = ['intro.start.1', 'intro.start.2', 'intro.start.3', 'intro.start.4'] as const
  const breakers = ['intro.ice.1', 'intro.ice.2', 'intro.ice.3', 'intro.ice.4'] as const
  const code = origin + conductPath
  return [
    { kind: 'list', title: t('intro.start'), items: steps.map((key) => t(key, { count })), numbered: true },
    { kind: 'list', title: t('intro.ice'), items: [...breakers.map((key) => t(key)), hope] },
    { kind: 'text', text: { text: t('intro.code', { count }), link: { href: code, label: code } } },
  ]
}

function pageOf(
  person: Participant,
  { kicker, day }: { kicker: string; day: string },
  voice: Voice,
): LetterPage {
  const { t, f, locale } = voice
  const links = person.links ? [{ term: t('fact.links'), detail: isolate(person.links, locale) }] : []
  return {
    kicker,
    name: person.name,
    under: [f.country(person.country), sectorName(locale, person.sector)],
    facts: [...factsOf(person, day, voice), ...links],
    words: person.about || undefined,
  }
}
