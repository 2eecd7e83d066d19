import {
  type Bar,
  Distribution,
  type DotRow,
  DotRows,
  type Frame,
  type Series,
  SideBySide,
} from '../../../../ui/index.ts'
import type { Measured } from '../../queries/lab.ts'
import type { Measures, Served } from '../../scenario/measures.ts'
import type { Voice } from '../../telling.ts'
import { sectorName } from '../../words.ts'
import { stateName } from './telling.ts'

type ChartsProps = { frame: Frame; shown: readonly Measured[]; voice: Voice }

/** How satisfaction is spread over people, in each scenario on the same scale. */
export const Spreads = ({ frame, shown, voice }: ChartsProps) => {
  const { t, f } = voice
  const from = lowerEnd(shown.flatMap(({ measures }) => measures.satisfaction.slice(0, 1)))
  const spreads = shown.map(({ measures }) => countsIn(measures.satisfaction, from))
  const most = Math.max(...spreads.flat())
  const at = (points: number) => ({ at: points, text: f.percent(points / 10_000) })
  return (
    <SideBySide>
      {shown.map((one, index) => {
        const { satisfaction } = one.measures
        const worst = satisfaction[0] ?? 0
        const tenth = satisfaction[Math.floor(satisfaction.length / 10)] ?? 0
        const values = { worst: f.percent(worst / 10_000), tenth: f.percent(tenth / 10_000) }
        return (
          <Distribution
            title={stateName(one, voice)}
            sentence={t('spread.sentence', values)}
            bins={binsOf(spreads[index] ?? [], from, voice)}
            scale={{ from, to: 10_000, most, ticks: [at(from), at(10_000)] }}
            worst={{ at: worst, text: t('spread.worst', values) }}
            lowestTenth={{ at: tenth, text: t('spread.tenth', values) }}
            dir={frame.dir}
            words={{
              label: t('spread.satisfaction'),
              value: t('chart.people'),
              asTable: t('chart.as-table'),
            }}
          />
        )
      })}
    </SideBySide>
  )
}

const bins = 20
const stepFrom = (from: number) => (10_000 - from) / bins

/** Where the scale begins: a whole tenth at or below the lowest value, so that differences can be seen. */
const lowerEnd = (values: readonly number[]) =>
  Math.min(9_000, Math.floor(Math.min(10_000, ...values) / 1_000) * 1_000)

/** How many values lie in each step of the scale; its last step includes its end. */
function countsIn(values: readonly number[], from: number): number[] {
  const counts = new Array<number>(bins).fill(0)
  for (const value of values) {
    const bin = Math.min(counts.length - 1, Math.floor((value - from) / stepFrom(from)))
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  return counts
}

const binsOf = (counts: readonly number[], from: number, { t, f }: Voice): Bar[] =>
  counts.map((value, index) => ({
    label: t('spread.bin', {
      from: f.percent((from + index * stepFrom(from)) / 10_000),
      to: f.percent((from + (index + 1) * stepFrom(from)) / 10_000),
    }),
    value,
    text: f.number(value),
  }))

/** How well the people of each country, kind of library and career stage are served, and newcomers. */
export const Groups = (props: ChartsProps) => {
  const { shown, voice } = props
  const { t, f, locale } = voice
  const bySector = rowsBy(
    shown,
    (one) => one.bySector,
    (sector) => sectorName(locale, sector),
  )
  const byStage = rowsBy(
    shown,
    (one) => one.byStage,
    (stage) => t(`stage.${stage}`),
  )
  const byExperience = rowsBy(
    shown,
    (one) => one.byExperience,
    (which) => t(`experience.${which}`),
  )
  const largest = (a: GroupRow, b: GroupRow) => b.people - a.people || f.compare(a.label, b.label)
  return (
    <>
      <GroupRows {...props} title={t('by.country')} rows={countryRows(props)} />
      <GroupRows {...props} title={t('by.sector')} rows={bySector.sort(largest)} />
      <GroupRows {...props} title={t('by.stage')} rows={byStage.sort(largest)} />
      <GroupRows {...props} title={t('by.experience')} rows={byExperience.sort(largest)} />
    </>
  )
}

/** `means` are points, one for each scenario; null where nobody of the group has a partner. */
type GroupRow = { label: string; people: number; means: (number | null)[] }

const shownCountries = 10

/** The countries with the most people, and all others together. */
function countryRows({ shown, voice }: ChartsProps): GroupRow[] {
  const rows = rowsBy(shown, (one) => one.byCountry, voice.f.country).sort(
    (a, b) => b.people - a.people || voice.f.compare(a.label, b.label),
  )
  const rest = rows.slice(shownCountries)
  if (rest.length < 2) return rows
  return [
    ...rows.slice(0, shownCountries),
    together(rest, voice.t('by.other-countries', { count: rest.length })),
  ]
}

function together(rows: readonly GroupRow[], label: string): GroupRow {
  const people = rows.reduce((sum, row) => sum + row.people, 0)
  const means = (rows[0]?.means ?? []).map((_, index) => {
    const known = rows.filter((row) => row.means[index] !== null)
    const weight = known.reduce((sum, row) => sum + row.people, 0)
    const points = known.reduce((sum, row) => sum + row.people * (row.means[index] ?? 0), 0)
    return weight === 0 ? null : Math.round(points / weight)
  })
  return { label, people, means }
}

function rowsBy<Key>(
  shown: readonly Measured[],
  groupsOf: (measures: Measures) => ReadonlyMap<Key, Served>,
  nameOf: (key: Key) => string,
): GroupRow[] {
  const each = shown.map(({ measures }) => groupsOf(measures))
  const keys = new Set(each.flatMap((groups) => [...groups.keys()]))
  return [...keys].map((key) => ({
    label: nameOf(key),
    people: Math.max(...each.map((groups) => groups.get(key)?.people ?? 0)),
    means: each.map((groups) => groups.get(key)?.mean ?? null),
  }))
}

const GroupRows = (props: ChartsProps & { title: string; rows: readonly GroupRow[] }) => {
  const { frame, shown, voice, title, rows } = props
  const { t, f } = voice
  const from = lowerEnd(rows.flatMap(({ means }) => means.filter((mean) => mean !== null)))
  const at = (points: number) => ({
    share: (points - from) / (10_000 - from),
    text: f.percent(points / 10_000),
  })
  const series = shown.map(
    (one): Series => ({
      mark: markOf(one, voice),
      name: stateName(one, voice),
    }),
  )
  return (
    <DotRows
      title={title}
      sentence={shown.length === 1 ? reachSentence(rows, voice) : differenceSentence(rows, shown, voice)}
      series={series}
      rows={rows.map(
        ({ label, people, means }): DotRow => ({
          label,
          count: t('value.people', { count: people }),
          values: means.map((mean) => (mean === null ? null : at(mean))),
        }),
      )}
      ticks={[from, (from + 10_000) / 2, 10_000].map(at)}
      dir={frame.dir}
      words={{ label: title, count: t('chart.people'), asTable: t('chart.as-table') }}
    />
  )
}

/** Where it matters most which scenario is chosen. */
function differenceSentence(rows: readonly GroupRow[], shown: readonly Measured[], voice: Voice): string {
  const { t, f } = voice
  const reaches = rows.map(({ label, means }) => {
    const known = means.flatMap((mean, place) => (mean === null ? [] : [{ mean, place }]))
    const low = known.reduce((a, b) => (b.mean < a.mean ? b : a), {
      mean: Number.POSITIVE_INFINITY,
      place: 0,
    })
    const high = known.reduce((a, b) => (b.mean > a.mean ? b : a), { mean: 0, place: 0 })
    return { label, low, high, reach: known.length < 2 ? 0 : high.mean - low.mean }
  })
  const [widest] = reaches.sort((a, b) => b.reach - a.reach)
  if (!widest || widest.reach === 0) return t('by.no-difference')
  const markAt = ({ place }: { place: number }) =>
    shown
      .slice(place, place + 1)
      .map((one) => markOf(one, voice))
      .join('')
  return t('by.difference', {
    label: widest.label,
    low: f.percent(widest.low.mean / 10_000),
    lowIn: markAt(widest.low),
    high: f.percent(widest.high.mean / 10_000),
    highIn: markAt(widest.high),
  })
}

/** Who is served best and who worst. */
function reachSentence(rows: readonly GroupRow[], { t, f }: Voice): string {
  const [first, ...rest] = rows
    .map(({ label, means: [mean] }) => ({ label, mean: mean ?? null }))
    .flatMap(({ label, mean }) => (mean === null ? [] : [{ label, mean }]))
    .sort((a, b) => b.mean - a.mean)
  const last = rest.at(-1)
  if (!first || !last) return t('by.nothing')
  const percent = (points: number) => f.percent(points / 10_000)
  return t('by.reach', {
    best: first.label,
    high: percent(first.mean),
    worst: last.label,
    low: percent(last.mean),
  })
}

/** Short enough for a dot: its number, with a stroke where it is what changes by hand have made of it. */
const markOf = ({ scenario, changedBy }: Measured, { f }: Voice) =>
  changedBy > 0 ? `${f.number(scenario.number)}′` : f.number(scenario.number)
