import type { Child } from 'hono/jsx'
import { along, percent } from './along.ts'
import { type Bar, BarsAsTable } from './bars.tsx'
import type { Direction } from './frame.ts'
import { LabelAndText } from './joining.tsx'

/** A value on the scale, and the words beside it: "worst 212". */
type Mark = { at: number; text: string }

type DistributionProps = {
  title: string
  /** What to see in it, in one sentence. */
  sentence: Child
  /** At most twenty, in equal steps from `scale.from` to `scale.to`; `text` is how many people, as they read it. */
  bins: readonly Bar[]
  /** The same for all that are compared. `most` people fill the height; `ticks` are few. */
  scale: { from: number; to: number; most: number; ticks: readonly Mark[] }
  /** The lowest value of all. */
  worst?: Mark
  /** A tenth of the people lie below it. */
  lowestTenth?: Mark
  dir: Direction
  words: { label: string; value: string; asTable: string }
}

/** Pixels from the top: two lines of words, the room in which columns grow, and the words of the axis. */
const [upper, lower] = [14, 34]
const plot = { top: 58, height: 84 }
const floor = plot.top + plot.height
const axis = floor + 20

/** How something is spread over people, small enough to stand beside others: see `SideBySide`. */
export const Distribution = (props: DistributionProps) => {
  const { title, sentence, bins, words } = props
  const isEmpty = bins.every((bin) => bin.value === 0)
  return (
    <figure class="chart">
      <figcaption>
        <span class="chart-title">{title}</span> <span>{sentence}</span>
      </figcaption>
      {isEmpty ? null : <Columns {...props} />}
      {isEmpty ? null : <BarsAsTable title={title} bars={bins} words={words} />}
    </figure>
  )
}

/** Up to four drawings of one kind beside each other; under each other on a phone. */
export const SideBySide = ({ children }: { children: Child }) => <div class="charts">{children}</div>

const Columns = ({ title, bins, scale, worst, lowestTenth, dir }: DistributionProps) => {
  const place = (value: number) => ((value - scale.from) / (scale.to - scale.from)) * 100
  const width = 100 / bins.length
  const marks = { tenth: lowestTenth, worst }
  const isHigh = lowestTenth !== undefined && place(lowestTenth.at) > leftwardsFrom.tenth
  const flags = (['tenth', 'worst'] as const).flatMap((kind): Flagged[] => {
    const mark = marks[kind]
    const y = isHigh === (kind === 'tenth') ? upper : lower
    return mark ? [{ kind, at: place(mark.at), y, text: mark.text }] : []
  })
  return (
    <svg class="distribution" width="100%" height={axis + 6} role="img" aria-label={title}>
      {lowestTenth ? (
        <rect
          class="tenth-band"
          x={along(0, dir, place(lowestTenth.at))}
          y={plot.top}
          width={percent(place(lowestTenth.at))}
          height={plot.height}
        />
      ) : null}
      {bins.map((bin, index) => (
        <Column bin={bin} most={scale.most} x={along(index * width, dir, width)} width={percent(width)} />
      ))}
      <line class="axis" x1="0" x2="100%" y1={floor} y2={floor} />
      {scale.ticks.map((tick) => (
        <Words at={place(tick.at)} y={axis} class="tick-words" dir={dir} middle>
          {tick.text}
        </Words>
      ))}
      {flags.map((flag) => (
        <Pole {...flag} dir={dir} />
      ))}
      <Peak bins={bins} most={scale.most} flags={flags} dir={dir} />
      {flags.map((flag) => (
        <Flag {...flag} dir={dir} />
      ))}
    </svg>
  )
}

const Column = ({ bin, most, x, width }: { bin: Bar; most: number; x: string; width: string }) =>
  bin.value > 0 ? (
    <rect class="column" x={x} y={top(bin, most)} width={width} height={floor - top(bin, most)}>
      <title>
        <LabelAndText label={bin.label} text={bin.text} />
      </title>
    </rect>
  ) : null

/** One person is still a line of two pixels, so that nobody is lost. */
const top = (bin: Bar | undefined, most: number) =>
  floor - Math.max(2, Math.round(((bin?.value ?? 0) / Math.max(most, 1)) * plot.height))

/** How many the highest column stands for, unless a flag stands in the way: a measure for all the others. */
const Peak = (props: { bins: readonly Bar[]; most: number; flags: readonly Flagged[]; dir: Direction }) => {
  const { bins, most, flags, dir } = props
  const highest = Math.max(...bins.map((bin) => bin.value))
  const index = bins.findIndex((bin) => bin.value === highest)
  const at = ((index + 0.5) / bins.length) * 100
  return flags.every((flag) => Math.abs(flag.at - at) > 8) ? (
    <Words at={at} y={top(bins[index], most) - 5} class="peak" dir={dir} middle>
      {bins[index]?.text}
    </Words>
  ) : null
}

type Flagged = { kind: 'worst' | 'tenth'; at: number; y: number; text: string }

/**
 * From where on the words of a flag stand before it. The worst is below the lowest tenth: words that run on from the
 * tenth never meet its line, and words before it stand above that line.
 */
const leftwardsFrom = { worst: 40, tenth: 62 }

/** Where a flag stands. Drawn before all words, so that it never runs through them. */
const Pole = ({ kind, at, y, dir }: Flagged & { dir: Direction }) => {
  const x = along(at, dir)
  return <line class={kind} x1={x} x2={x} y1={y - 11} y2={floor} />
}

const Flag = ({ kind, at, y, text, dir }: Flagged & { dir: Direction }) => (
  <Words at={at} y={y} class={`flag ${kind}`} dir={dir} beside={at > leftwardsFrom[kind] ? 'end' : 'start'}>
    {text}
  </Words>
)

type WordsProps = {
  at: number
  y: number
  class: string
  dir: Direction
  /** In the middle of the point, or a little beside it: before it, or after. */
  middle?: boolean
  beside?: 'end' | 'start'
  children: Child
}

/** Words at a point of the scale that never leave the drawing: near an end they grow inwards. */
const Words = ({ at, y, class: kind, dir, middle = false, beside, children }: WordsProps) => {
  const end = beside ?? anchor(at, middle)
  const isRightwards = (end === 'start') === (dir === 'ltr')
  return (
    <text
      class={kind}
      x={along(at, dir)}
      dx={beside ? (isRightwards ? 6 : -6) : undefined}
      y={y}
      text-anchor={end}
      direction={dir}
    >
      {children}
    </text>
  )
}

function anchor(at: number, middle: boolean): 'start' | 'middle' | 'end' {
  if (middle && at > 10 && at < 90) return 'middle'
  return at > 50 ? 'end' : 'start'
}
