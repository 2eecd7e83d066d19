import type { Direction } from './frame.ts'
import { Disclosure } from './guidance.tsx'
import { Table } from './table.tsx'

/** `text` is the value as people read it: "143" or "14 %". A marked bar is the one the sentence speaks of. */
export type Bar = { label: string; value: number; text: string; marked?: boolean }

type BarsProps = {
  title: string
  /** What to see in it, in one sentence. */
  sentence: string
  bars: readonly Bar[]
  dir: Direction
  words: { label: string; value: string; asTable: string }
}

const rowHeight = 40

/** A bar chart drawn on the server, each bar with its own words, and the same data as a table below. */
export const Bars = ({ title, sentence, bars, dir, words }: BarsProps) => {
  const top = Math.max(...bars.map((bar) => bar.value), 1)
  return (
    <figure class="chart">
      <figcaption>
        <span class="chart-title">{title}</span> <span>{sentence}</span>
      </figcaption>
      <svg width="100%" height={bars.length * rowHeight} role="img" aria-label={`${title}. ${sentence}`}>
        {bars.map((bar, index) => (
          <OneBar bar={bar} y={index * rowHeight} share={(bar.value / top) * 100} dir={dir} />
        ))}
      </svg>
      <BarsAsTable title={title} bars={bars} words={words} />
    </figure>
  )
}

const OneBar = ({ bar, y, share, dir }: { bar: Bar; y: number; share: number; dir: Direction }) => {
  const width = Math.round(share * 10) / 10
  return (
    <g class={bar.marked ? 'bar marked' : 'bar'}>
      <text x={dir === 'rtl' ? '100%' : '0'} y={y + 18} text-anchor="start" direction={dir}>
        {bar.label} <tspan class="bar-value">{bar.text}</tspan>
      </text>
      <rect x={dir === 'rtl' ? `${100 - width}%` : '0'} y={y + 25} width={`${width}%`} height="8" />
    </g>
  )
}

type BarsAsTableProps = {
  title: string
  bars: readonly Bar[]
  words: { label: string; value: string; asTable: string }
}

/** The same data as a table, below a drawing of bars. */
export const BarsAsTable = ({ title, bars, words }: BarsAsTableProps) => (
  <Disclosure summary={words.asTable}>
    <Table
      caption={title}
      captionHidden
      slim
      columns={[
        { label: words.label, head: true, cell: (bar) => bar.label },
        { label: words.value, numeric: true, cell: (bar) => bar.text },
      ]}
      rows={bars}
    />
  </Disclosure>
)
