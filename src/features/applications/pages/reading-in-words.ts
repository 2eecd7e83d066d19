import type { Formats } from '../../../platform/formats.ts'
import { joining } from '../../../platform/joining.ts'
import type { EncodingReading } from '../encodings.ts'
import type { FileReading, UnreadableRow } from '../queries/readings.ts'
import type { words } from '../words.ts'

type T = ReturnType<typeof words>

/** Letters of one kind, with some of the words that a file has in them. */
export function readingInWords({ encoding, text }: EncodingReading, t: T): string {
  const name = t(`encoding.${encoding}`)
  return text ? t('encoding.example', { name, text }) : name
}

/** Which letters a file is written in, with some of its words where that was a guess or a choice. */
export function encodingInWords({ shape: { encoding, readings } }: FileReading, t: T): string {
  return readingInWords(readings.find((one) => one.encoding === encoding) ?? { encoding, text: '' }, t)
}

/** A cell as a glimpse. */
export const shortened = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text)

/** What a row says, each cell as a glimpse. */
export const rowInWords = (cells: readonly string[]) => cells.filter(Boolean).map(shortened).join(' · ')

/** Why nothing can be made of a row. */
export const whyUnreadable = ({ problem }: Pick<UnreadableRow, 'problem'>, t: T): string =>
  t(`row-problem.${problem as 'bad-time'}`)

/** "It has neither a name nor an address (Chile)", for a line of the terminal. */
export function unreadableInWords(row: UnreadableRow, t: T): string {
  const said = rowInWords(row.cells)
  return said === '' ? whyUnreadable(row, t) : joining('en').aside(whyUnreadable(row, t), said)
}

/** In which order a file writes its dates, with one of them that shows it. */
export function datesInWords(
  { dateOrder, dateExample }: Pick<FileReading, 'dateOrder' | 'dateExample'>,
  t: T,
  say: Formats,
): string {
  const order = t(`dates.${dateOrder}`)
  return dateExample
    ? t('dates.example', { order, written: dateExample.written, at: say.instant(dateExample.at) })
    : order
}

const rowsNamed = 5

/** Rows that were sent before applications opened or after they closed, the first of them by number. */
export const outsideInWords = (rows: readonly number[], t: T, say: Formats): string =>
  t('preview.outside', {
    count: rows.length,
    rows: rows.slice(0, rowsNamed).map(say.number).join(', '),
    more: Math.max(0, rows.length - rowsNamed),
  })
