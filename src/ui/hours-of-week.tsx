import type { Direction } from './frame.ts'
import { Disclosure } from './guidance.tsx'
import { Table } from './table.tsx'

/** Minutes after midnight; `until` at or before `from` is on the next day. */
type Stretch = { from: number; until: number }

/**
 * One day, by its short name and its whole one: when two people are both awake on the reader's clock, and the same hours
 * in words on both clocks.
 */
type DayOfHours = {
  label: string
  day: string
  stretches: readonly Stretch[]
  own: string
  partner: string
}

type HoursProps = {
  title: string
  /** What to see in it: a sentence or two. */
  sentence: string
  days: readonly DayOfHours[]
  dir: Direction
  words: { day: string; own: string; partner: string; asTable: string }
}

const dayMinutes = 24 * 60
const rowHeight = 26
const headHeight = 22
/** The days stand in a fifth of the width, the hours beside them, with room for half a figure at the end. */
const hoursFrom = 20
const hoursWide = 77
const marks = [0, 6, 12, 18, 24]

/** A week of hours, a line for each day, drawn on the server with the same hours as a table below. */
export const HoursOfWeek = ({ title, sentence, days, dir, words }: HoursProps) => (
  <figure class="chart hours-of-week">
    <figcaption>
      <span class="chart-title">{title}</span> <span>{sentence}</span>
    </figcaption>
    <svg
      width="100%"
      height={headHeight + days.length * rowHeight}
      role="img"
      aria-label={`${title}. ${sentence}`}
    >
      {marks.map((hour) => (
        <text class="mark" x={percent(placeOf(hour * 60), dir)} y={14} text-anchor="middle">
          {hour}
        </text>
      ))}
      {days.map((day, index) => (
        <Line day={day} y={headHeight + index * rowHeight} dir={dir} />
      ))}
    </svg>
    <Disclosure summary={words.asTable}>
      <Table
        caption={title}
        captionHidden
        columns={[
          { label: words.day, head: true, cell: ({ day }) => day },
          { label: words.own, cell: ({ own }) => own },
          { label: words.partner, cell: ({ partner }) => partner },
        ]}
        rows={days}
      />
    </Disclosure>
  </figure>
)

const Line = ({ day, y, dir }: { day: DayOfHours; y: number; dir: Direction }) => (
  <g>
    <text x={percent(0, dir)} y={y + 15} text-anchor="start" direction={dir}>
      {day.label}
    </text>
    <Part class="rail" from={0} until={dayMinutes} y={y} dir={dir} />
    {withinTheDay(day.stretches).map(({ from, until }) => (
      <Part class="both" from={from} until={until} y={y} dir={dir} />
    ))}
  </g>
)

const Part = (props: Stretch & { class: string; y: number; dir: Direction }) => {
  const [start, end] = [placeOf(props.from), placeOf(props.until)]
  return (
    <rect
      class={props.class}
      x={`${rounded(props.dir === 'rtl' ? 100 - end : start)}%`}
      y={props.y + 4}
      width={`${rounded(end - start)}%`}
      height="14"
    />
  )
}

/** What goes past midnight begins the day as well: every day has such hours. */
const withinTheDay = (stretches: readonly Stretch[]): Stretch[] =>
  stretches.flatMap(({ from, until }) =>
    until > from
      ? [{ from, until }]
      : [
          { from: 0, until },
          { from, until: dayMinutes },
        ],
  )

const placeOf = (minutes: number) => hoursFrom + (minutes / dayMinutes) * hoursWide
const percent = (place: number, dir: Direction) => `${rounded(dir === 'rtl' ? 100 - place : place)}%`
const rounded = (value: number) => Math.round(value * 10) / 10
