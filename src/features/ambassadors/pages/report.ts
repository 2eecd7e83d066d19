import { isolate } from '../../../platform/bidi.ts'
import { dayIn } from '../../../platform/days.ts'
import { formats } from '../../../platform/formats.ts'
import { roundInText, roundTitle } from '../../rounds/index.ts'
import { askedBetween, type Contact, standingsIn } from '../contact.ts'
import type { Ambassador, CountryStanding } from '../country.ts'
import { traitsIn, voiceOf } from './numbers.tsx'

/** What a report says, in finished words: on a page, and in a file. */
export type Report = {
  title: string
  lead: string
  sections: readonly ReportSection[]
}

type ReportSection = {
  title: string
  facts: readonly { term: string; detail: string }[]
  table?: { columns: readonly string[]; rows: readonly (readonly string[])[] }
  hint?: string
}

type About = {
  standing: CountryStanding
  contacts: readonly Contact[]
  ambassadors: readonly Pick<Ambassador, 'name'>[]
  /** What the network is called. */
  network: string
  now: Date
}

/** What was done for a call in a country and what came of it, for an association that lends its time. */
export function reportOf(about: About, locale: string): Report {
  const { standing, network, ambassadors, now } = about
  const voice = voiceOf(locale)
  const { t, say } = voice
  const country = say.country(standing.country)
  return {
    title: t('report.heading', { country, round: roundTitle(locale, standing.round) }),
    lead: t('report.by', {
      network: isolate(network, locale),
      day: say.shortDay(dayIn(now, standing.round.zone)),
      names: ambassadors.length > 0 ? say.names(ambassadors.map(({ name }) => name)) : 'none',
    }),
    sections: [
      outreach(about, locale),
      numbers(standing, locale),
      { title: t('traits.title'), facts: traitsIn(standing, voice), hint: t('traits.hint') },
    ].map((section) => ({ ...section, facts: section.facts.map((fact) => asLine(fact, locale)) })),
  }
}

/** Figures are named in the midst of a page; in a list of their own the name begins a line. */
const asLine = <One extends { term: string }>(fact: One, locale: string): One => ({
  ...fact,
  term: fact.term.charAt(0).toLocaleUpperCase(locale) + fact.term.slice(1),
})

/** Whom they asked, and how it went. */
function outreach({ standing, contacts }: About, locale: string): ReportSection {
  const { t, say, steps } = voiceOf(locale)
  const { short } = standing
  const { announcedAt, applyFrom, applyUntil } = standing.round
  const asked = askedBetween(contacts, dayIn(announcedAt ?? applyFrom), dayIn(applyUntil))
  const counts = standingsIn(asked).filter(({ count }) => count > 0)
  return {
    title: t('report.outreach'),
    facts: [
      ...counts.map(({ standing, count }) => ({
        term: t(`standing.${standing}`),
        detail: say.number(count),
      })),
      ...(short
        ? [
            { term: t('figure.visits'), detail: steps(short.visits) },
            { term: t('report.arrivals'), detail: steps(short.applications) },
          ]
        : []),
    ],
    table:
      asked.length > 0
        ? {
            columns: [t('contact.name'), t('contact.kind'), t('contact.standing'), t('contact.contactedOn')],
            rows: asked.map(({ name, kind, standing, contactedOn }) => [
              ...[name, t(`kind.${kind}`), t(`standing.${standing}`)],
              contactedOn ? say.shortDay(contactedOn) : '',
            ]),
          }
        : undefined,
    hint: counts.length === 0 && !short ? t('report.outreach.none') : undefined,
  }
}

function numbers({ sent, accepted, waiting, last, round }: CountryStanding, locale: string): ReportSection {
  const { t, steps } = voiceOf(locale)
  const say = formats(locale, round.zone)
  return {
    title: t('report.numbers'),
    facts: [
      {
        term: t('report.call'),
        detail: t('report.span', {
          from: say.shortDay(dayIn(round.applyFrom, round.zone)),
          until: say.shortDay(dayIn(new Date(round.applyUntil.getTime() - 1), round.zone)),
        }),
      },
      { term: t('figure.sent'), detail: steps(sent) },
      ...(last
        ? [{ term: t('report.last', { round: roundInText(locale, last.round) }), detail: steps(last.sent) }]
        : []),
      { term: t('figure.accepted'), detail: steps(accepted) },
      { term: t('figure.waiting'), detail: steps(waiting) },
    ],
    hint: t('steps'),
  }
}
