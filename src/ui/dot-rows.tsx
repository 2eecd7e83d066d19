import type { Child } from 'hono/jsx'
import { along, percent } from './along.ts'
import type { Direction } from './frame.ts'
import { Disclosure } from './guidance.tsx'
import { LabelAndText } from './joining.tsx'
import { type Column, Table } from './table.tsx'

/** `mark` is the one letter in its dots; the name stands above. */
export type Series = { mark: string; name: string }

/** `share` is 0 to 1 of the common scale; `text` the same as people read it: "87 %". */
type DotValue = { share: number; text: string }

/** `count` is how many people the row speaks of, finished: "143 people". One value per series, null where there is none. */
export type DotRow = { label: string; count: string; values: readonly (DotValue | null)[] }

type DotRowsProps = {
  title: string
  /** What to see in it, in one sentence. */
  sentence: Child
  /** One to four. */
  series: readonly Series[]
  rows: readonly DotRow[]
  /** The few points of the scale that get words, from 0 to 1. */
  ticks: readonly DotValue[]
  dir: Direction
  words: { label: string; count: string; asTable: string }
}

/** One shape per series, of about the same weight, around the point 0 0. */
const shapes = [
  'M-9 0a9 9 0 1 0 18 0a9 9 0 1 0-18 0z',
  'M-8-8H8V8H-8z',
  'M0-11L11 0L0 11L-11 0z',
  'M-5-9H5L11 8H-11z',
]
const laneHeight = 22
/** Dots nearer than this would lie on each other on a phone. */
const apart = 0.065

/** A line per group, and on it a dot per series, told apart by shape and letter. */
export const DotRows = (props: DotRowsProps) => {
  const { title, sentence, series, rows, ticks, dir, words } = props
  return (
    <figure class="chart dot-chart">
      <figcaption>
        <span class="chart-title">{title}</span> <span>{sentence}</span>
      </figcaption>
      {rows.length > 0 ? (
        <>
          <div class="dot-rows" role="img" aria-label={title}>
            {series.length > 1 ? <Key series={series} /> : null}
            <Axis ticks={ticks} dir={dir} />
            {rows.map((row) => (
              <Row row={row} series={series} ticks={ticks} dir={dir} />
            ))}
          </div>
          <Disclosure summary={words.asTable}>
            <Table caption={title} captionHidden columns={columnsOf(series, words)} rows={rows} />
          </Disclosure>
        </>
      ) : null}
    </figure>
  )
}

const columnsOf = (series: readonly Series[], words: DotRowsProps['words']): Column<DotRow>[] => [
  { label: words.label, head: true, cell: (row) => row.label },
  { label: words.count, numeric: true, cell: (row) => row.count },
  ...series.map(({ name }, index) => ({
    label: name,
    numeric: true,
    cell: (row: DotRow) => row.values[index]?.text ?? '',
  })),
]

const Key = ({ series }: { series: readonly Series[] }) => (
  <div class="dot-key">
    {series.map(({ mark, name }, index) => (
      <span>
        <svg width="24" height="24" viewBox="-12 -12 24 24" aria-hidden="true">
          <Dot index={index} mark={mark} />
        </svg>{' '}
        {name}
      </span>
    ))}
  </div>
)

const Axis = ({ ticks, dir }: { ticks: readonly DotValue[]; dir: Direction }) => (
  <div class="dot-axis">
    <svg width="100%" height="20" aria-hidden="true">
      {ticks.map(({ share, text }) => (
        <text class="tick-words" x={along(share * 100, dir)} y="14" text-anchor="middle" direction={dir}>
          {text}
        </text>
      ))}
    </svg>
  </div>
)

type RowProps = {
  row: DotRow
  series: readonly Series[]
  ticks: readonly DotValue[]
  dir: Direction
}

const Row = ({ row, series, ticks, dir }: RowProps) => {
  const dots = inLanes(row.values)
  const height = laneHeight * Math.max(1, ...dots.map((dot) => dot.lane + 1)) + 4
  return (
    <div class="dot-row">
      <span class="dot-label">
        {row.label} <span class="dot-count">{row.count}</span>
      </span>
      <svg width="100%" height={height} aria-hidden="true">
        {ticks.map(({ share }) => (
          <line class="grid" x1={along(share * 100, dir)} x2={along(share * 100, dir)} y1="0" y2="100%" />
        ))}
        <Reach dots={dots} dir={dir} />
        {dots.map(({ index, share, text, lane }) => (
          <svg
            x={along(share * 100, dir)}
            y={laneHeight * (lane + 0.5) + 2}
            class="dot-at"
            aria-hidden="true"
          >
            <Dot index={index} mark={series.length > 1 ? (series[index]?.mark ?? '') : ''}>
              <title>
                <LabelAndText label={series[index]?.name ?? ''} text={text} />
              </title>
            </Dot>
            {series.length === 1 ? <Beside share={share} text={text} dir={dir} /> : null}
          </svg>
        ))}
      </svg>
    </div>
  )
}

const Dot = ({ index, mark, children }: { index: number; mark: string; children?: Child }) => (
  <g class={`dot dot-${index + 1}`}>
    <path d={shapes[index]} />
    <text y="4" text-anchor="middle">
      {mark}
    </text>
    {children}
  </g>
)

/** From the lowest dot to the highest: how much depends on which series one chooses. */
const Reach = ({ dots, dir }: { dots: readonly Placed[]; dir: Direction }) => {
  const shares = dots.map((dot) => dot.share * 100)
  const lowest = Math.min(...shares)
  const reach = Math.max(...shares) - lowest
  return dots.length > 1 ? (
    <rect class="reach" x={along(lowest, dir, reach)} y="0" width={percent(reach)} height="100%" />
  ) : null
}

/** A lone dot has room for its value: on the side where there is more of it. */
const Beside = ({ share, text, dir }: { share: number; text: string; dir: Direction }) => {
  const isAfter = share < 0.75
  return (
    <text
      x={isAfter === (dir === 'ltr') ? 15 : -15}
      y="5"
      text-anchor={isAfter ? 'start' : 'end'}
      direction={dir}
    >
      {text}
    </text>
  )
}

type Placed = DotValue & { index: number; lane: number }

/** Each dot on the highest line on which it stands clear of those before it, from the lowest value to the highest. */
function inLanes(values: readonly (DotValue | null)[]): Placed[] {
  const ends: number[] = []
  return values
    .flatMap((value, index) => (value ? [{ ...value, index }] : []))
    .sort((a, b) => a.share - b.share || a.index - b.index)
    .map((dot) => {
      const free = ends.findIndex((end) => dot.share - end >= apart)
      const lane = free === -1 ? ends.length : free
      ends[lane] = dot.share
      return { ...dot, lane }
    })
}
