import { isolate } from '../../../platform/bidi.ts'
import { dayIn } from '../../../platform/days.ts'
import { formats } from '../../../platform/formats.ts'
import { dirOf } from '../../../platform/words.ts'
import { optionLabel, questionLabel } from '../../questions/index.ts'
import { type Round, roundInText } from '../../rounds/index.ts'
import { groupName } from '../../surveys/index.ts'
import { type GroupedBy, groupings, type RoundReport } from '../round-report.ts'
import { words } from '../words.ts'

/** What a report says, in finished words: on a page, and in a file. */
export type Said = {
  title: string
  lead: string
  sections: readonly Section[]
}

type Fact = { term: string; detail: string }
/** Two columns, the second with numbers; `counts` are those numbers, `most` the largest of a group that is one. */
type SaidTable = {
  columns: readonly string[]
  rows: readonly (readonly string[])[]
  counts: readonly number[]
  most: number
}
type SaidQuote = { text: string; by: string; lang: string; dir: 'ltr' | 'rtl' }

export type Section = {
  title: string
  facts: readonly Fact[]
  table?: SaidTable
  quotes?: readonly SaidQuote[]
  hint?: string
}

type About = { report: RoundReport; round: Round; network: string; now: Date }

/** A round for those who fund the network: its numbers, what participants say, and some of it in their words. */
export function saidIn(about: About, locale: string): Said {
  const { report, round, network, now } = about
  const t = words(locale)
  const say = formats(locale, round.zone)
  const today = dayIn(now, round.zone)
  return {
    title: t('report.heading', { network: isolate(network, locale), round: roundInText(locale, round) }),
    lead: t('report.by', {
      from: say.day(round.startsOn),
      until: say.day(round.endsOn),
      day: say.day(today),
    }),
    sections: [
      numbers(report, locale, today > round.endsOn),
      ...groupings.flatMap((by) => grouped(report, by, locale)),
      ...answers(report, locale),
      ...quotes(report, locale),
    ],
  }
}

function numbers(report: RoundReport, locale: string, isOver: boolean): Section {
  const { participants, countries, pairs, minutes } = report
  const t = words(locale)
  const say = formats(locale, 'UTC')
  return {
    title: t('report.round'),
    facts: [
      { term: t('report.participants'), detail: say.number(participants) },
      { term: t('report.countries'), detail: say.number(countries) },
      { term: t(isOver ? 'report.lasted' : 'report.lasting'), detail: say.number(pairs.lasted) },
      { term: t('report.in-touch'), detail: say.number(pairs.inTouch) },
      { term: t('report.hours'), detail: say.duration(minutes) },
    ],
    hint: `${t('report.steps')} ${t('report.hours.hint')}`,
  }
}

function grouped({ groups }: RoundReport, by: GroupedBy, locale: string): Section[] {
  const told = groups[by]
  if (!told) return []
  const t = words(locale)
  const say = formats(locale, 'UTC')
  const nameOf = (name: string) => (by === 'country' ? say.country(name) : groupName(locale, by, name))
  const rows = [
    ...told.shown.map(({ name, count }) => ({ name: nameOf(name), count })),
    ...(told.others > 0 ? [{ name: t('report.others'), count: told.others, isRest: true }] : []),
  ]
  return [{ title: t(`report.by.${by}`), facts: [], table: tableOf(rows, t('report.group'), locale) }]
}

type Row = { name: string; count: number; isRest?: boolean }

function tableOf(rows: readonly Row[], label: string, locale: string): SaidTable {
  const say = formats(locale, 'UTC')
  return {
    columns: [label, words(locale)('report.people')],
    rows: rows.map(({ name, count }) => [name, say.number(count)]),
    counts: rows.map(({ count }) => count),
    most: Math.max(0, ...rows.filter(({ isRest }) => !isRest).map(({ count }) => count)),
  }
}

/** Question by question, as far as they are answered by choosing. */
function answers({ survey }: RoundReport, locale: string): Section[] {
  const t = words(locale)
  if (!survey) return [{ title: t('report.survey'), facts: [], hint: t('report.no-survey') }]
  return [
    { title: t('report.survey'), facts: [], hint: t('report.answered', { count: survey.answered }) },
    ...survey.questions.map(({ question, chosen }) => ({
      title: questionLabel(question, locale),
      facts: [],
      table: tableOf(
        question.options.map((option, at) => ({
          name: optionLabel(question, option, locale),
          count: chosen[at] ?? 0,
        })),
        t('report.answer'),
        locale,
      ),
    })),
  ]
}

function quotes(report: RoundReport, locale: string): Section[] {
  if (report.quotes.length === 0) return []
  const t = words(locale)
  const say = formats(locale, 'UTC')
  return [
    {
      title: t('report.quotes'),
      facts: [],
      quotes: report.quotes.map(({ said, name, country }) => ({
        text: said,
        by: name
          ? t('report.quote.named', {
              name: isolate(name, locale),
              country: country ? say.country(country) : '–',
            })
          : t('report.quote.unnamed'),
        ...runOf(said, locale),
      })),
      hint: t('report.quotes.hint'),
    },
  ]
}

/** Which way a text runs, by its first letter that runs at all. */
function runOf(text: string, locale: string): { lang: string; dir: 'ltr' | 'rtl' } {
  const isArabic = /^[^\p{L}]*\p{Script=Arabic}/u.test(text)
  if (isArabic) return { lang: 'ar', dir: 'rtl' }
  return { lang: dirOf(locale) === 'rtl' ? 'en' : locale, dir: 'ltr' }
}
