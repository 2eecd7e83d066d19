import type { Child } from 'hono/jsx'
import { isolate } from '../../../platform/bidi.ts'
import { formats } from '../../../platform/formats.ts'
import type { Email } from '../../../platform/mail/index.ts'
import { platformWords } from '../../../platform/say.ts'
import { dirOf } from '../../../platform/words.ts'
import {
  EmailFrame,
  EmailLink,
  EmailList,
  type EmailPage,
  EmailSpread,
  EmailText,
} from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import {
  branch,
  factsOf,
  hoursChangeOn,
  reasonsBetween,
  type Sentence,
  scenarioWords,
  sectorName,
  sentences,
  sharedHours,
  tell,
  usualHours,
} from '../../scenarios/index.ts'
import { contactOf } from '../introduction.ts'
import { partnerPath } from '../paths.ts'
import type { Introduced, Participant } from '../queries/introductions.ts'
import type { Voice } from '../words.ts'
import { words } from '../words.ts'
import { brief } from './brief.ts'

/**
 * What a mail is about besides the people: the round, and our address without a final slash. `day` is that of whose
 * hours it speaks; the first of the round unless something else is said.
 */
export type Occasion = { round: Round; origin: string; day?: string }

/**
 * How a partner comes to someone: with all the others, after a wait, or after another partner. Why a pairing before
 * ended is never said.
 */
export type Beginning = 'first' | 'waited' | 'parted'

/**
 * The mail that presents someone's partner to them: who it is, why they were paired, when both are awake,
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
  const { round, origin } = occasion
  const own = brief(whole)
  const t = words(own.locale)
  const f = formats(own.locale, own.zone)
  const voice: Voice = { t, f, locale: own.locale }
  const partners = group.members.filter((member) => member.applicationId !== own.applicationId).map(brief)
  const names = f.list(partners.map((partner) => isolate(partner.name, own.locale)))
  const count = partners.length
  const link = origin + partnerPath
  const { subject, why, hope } = openingOf(beginning, { names, round, count }, voice)
  const reasons = partners.map((partner) => whyPartner(own, partner, group, occasion, voice))
  const start = (['intro.start.1', 'intro.start.2', 'intro.start.3', 'intro.start.4'] as const).map((key) =>
    t(key, { count }),
  )
  const breakers = [
    ...(['intro.ice.1', 'intro.ice.2', 'intro.ice.3', 'intro.ice.4'] as const).map((key) => t(key)),
    hope,
  ]
  const footer = t('intro.footer', { site: platformWords(own.locale)('site'), round: round.title })

  const text = [
    t('intro.hello', { name: isolate(own.givenName, own.locale) }),
    why,
    ...partners.flatMap((partner, index) => [
      cardInText(partner, voice),
      section(t('intro.reasons', { name: isolate(partner.givenName, own.locale) }), reasons[index] ?? []),
      section(t('intro.reach', { name: isolate(partner.givenName, own.locale) }), [
        reachInText(own, partner, origin, voice),
      ]),
    ]),
    section(t('intro.start'), start),
    section(t('intro.ice'), breakers),
    t('intro.code'),
    `${t('intro.page')}\n${link}`,
    t('intro.bye'),
    `--\n${footer}`,
  ].join('\n\n')

  const html = String(
    <EmailFrame
      locale={own.locale}
      dir={dirOf(own.locale)}
      subject={subject}
      preview={reasons[0]?.[0] ?? why}
      site={{ name: platformWords(own.locale)('site'), href: origin }}
      heading={t('intro.heading', { names, count })}
      why={why}
      button={{ href: link, label: t('intro.button'), below: t('intro.button.below') }}
      closing={t('intro.bye')
        .split('\n')
        .map((line) => <EmailText>{line}</EmailText>)}
      footer={{ text: footer }}
    >
      <EmailText>{t('intro.hello', { name: isolate(own.givenName, own.locale) })}</EmailText>
      <EmailSpread
        pages={[
          ...partners.map((partner) => pageOf(partner, t('intro.partner'), voice)),
          pageOf(own, t('intro.you'), voice),
        ]}
        shared={{ title: '', items: [] }}
      />
      {partners.map((partner, index) => (
        <>
          <EmailList
            title={t('intro.reasons', { name: isolate(partner.givenName, own.locale) })}
            items={reasons[index] ?? []}
          />
          <EmailList
            title={t('intro.reach', { name: isolate(partner.givenName, own.locale) })}
            items={[linked(own, partner, origin, voice)]}
          />
        </>
      ))}
      <EmailList title={t('intro.start')} items={start} numbered />
      <EmailList title={t('intro.ice')} items={breakers} />
      <EmailText>{t('intro.code')}</EmailText>
    </EmailFrame>,
  )
  return {
    kind: 'introduction',
    to: own.email,
    toName: own.name,
    personId: own.personId,
    locale: own.locale,
    subject,
    text: `${text}\n`,
    html,
  }
}

/** What a mail says first, and the question about what is ahead: a partner who comes later has fewer months. */
function openingOf(
  beginning: Beginning,
  { names, round, count }: { names: string; round: Round; count: number },
  { t, f }: Voice,
) {
  if (beginning === 'first') {
    return {
      subject: t('intro.subject', { names, round: round.code, count }),
      why: t('intro.why', { round: round.title, count }),
      hope: t('intro.ice.5'),
    }
  }
  const until = f.shortDay(round.endsOn)
  return {
    subject: t(`rematch-mail.subject.${beginning}`, { names, round: round.code, count }),
    why: t(`rematch-mail.why.${beginning}`, { round: round.title, count, until }),
    hope: t('rematch-mail.ice'),
  }
}

const section = (title: string, lines: readonly string[]) =>
  [title, ...lines.map((line) => `- ${line}`)].join('\n')

/** What someone is told: not which of the partner's own wishes could not be met. */
const forOwnEyes = (sentence: Sentence) =>
  !((sentence.say === 'unmet' || sentence.say === 'impossible') && sentence.whose === 'partner')

function whyPartner(
  own: Participant,
  partner: Participant,
  group: Introduced,
  { round, day = round.startsOn }: Occasion,
  voice: Voice,
) {
  const kept = reasonsBetween(group.reasons, own.applicationId, partner.applicationId)
  // Clocks may have changed since the first day of the round, for which the reasons are kept.
  const between = kept && { ...kept, hours: sharedHours(awake(own), awake(partner), day) }
  const names = { own: own.givenName, partner: partner.givenName }
  const told = between ? tell(sentences(own, partner, between).filter(forOwnEyes), 'you', names, voice) : []
  const change = hoursChangeOn(awake(own), awake(partner), day, round.endsOn)
  const { t, f } = voice
  return change ? [...told, t('intro.clocks', { day: f.shortDay(change) })] : told
}

const awake = ({ zone }: Participant) => ({ zone, hours: usualHours })

/** How to reach a partner: their address as a link, or the page from which a note is passed on. */
function linked(own: Participant, partner: Participant, origin: string, voice: Voice): Child {
  const sentence = reachSentence(own, partner, voice)
  const address = partner.sharesEmail ? partner.email : origin + partnerPath
  const href = partner.sharesEmail ? `mailto:${partner.email}` : address
  return (
    <>
      {sentence} <EmailLink href={href} label={address} />
    </>
  )
}

const reachSentence = (own: Participant, partner: Participant, { t }: Voice) =>
  t('intro.contact', { how: branch(contactOf(own, partner)), name: isolate(partner.givenName, own.locale) })

const reachInText = (own: Participant, partner: Participant, origin: string, voice: Voice) =>
  `${reachSentence(own, partner, voice)} ${partner.sharesEmail ? partner.email : origin + partnerPath}`

function pageOf(person: Participant, kicker: string, voice: Voice): EmailPage {
  const { f } = voice
  return {
    kicker,
    name: person.name,
    under: [f.country(person.country), sectorName(voice.locale, person.sector)],
    facts: cardFacts(person, voice),
    words: person.about || undefined,
  }
}

const cardFacts = (person: Participant, voice: Voice) => [
  ...factsOf(person, voice),
  ...(person.links ? [{ term: voice.t('fact.links'), detail: isolate(person.links, voice.locale) }] : []),
]

function cardInText(person: Participant, voice: Voice): string {
  const { t, f } = voice
  const lines = [
    t('text.person', { name: isolate(person.name, voice.locale), country: f.country(person.country) }),
    t('text.fact', {
      term: scenarioWords(voice.locale)('filter.sector'),
      detail: sectorName(voice.locale, person.sector),
    }),
    ...cardFacts(person, voice).map((fact) => t('text.fact', fact)),
  ]
  return [...lines, ...(person.about ? ['', person.about] : [])].join('\n')
}
