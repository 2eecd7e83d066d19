import { createHash } from 'node:crypto'
import { pipeline, Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { parse as parseWhole } from 'csv-parse/sync'
import { type Refusal, TooLarge, Unacceptable } from '../../platform/refusals.ts'
import { type Encoding, type EncodingGuess, glimpse, guessEncoding } from './encodings.ts'

/** What is taken of an uploaded table, at most. */
export const fileLimits = { bytes: 50_000_000, rows: 50_000, columns: 100, cellCharacters: 20_000 } as const

/** The bytes of a file, from the start each time it is called. */
export type Source = () => AsyncIterable<Uint8Array>

export type FileShape = EncodingGuess & {
  delimiter: ',' | ';' | '\t'
  sha256: Buffer
  bytes: number
}

/** A line of data. `number` counts as a spreadsheet does: the header is 1, blank lines count. */
export type TableRow = { number: number; cells: string[] }

/**
 * Reads a file once through, to know how it is written.
 *
 * @param wished its encoding, when someone has said so
 * @throws TooLarge `file-too-large`
 * @throws Unacceptable `file-empty`, `file-is-spreadsheet` (xlsx, ods, any zip), `file-is-old-spreadsheet` (xls),
 *   `file-is-no-text`
 */
export async function shapeOf(source: Source, wished?: Encoding): Promise<FileShape> {
  const hash = createHash('sha256')
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  let [bytes, isUtf8, head, sample] = [0, true, Buffer.alloc(0), Buffer.alloc(0)]
  for await (const chunk of source()) {
    bytes += chunk.length
    if (bytes > fileLimits.bytes) throw new TooLarge('file-too-large', { megabytes: fileLimits.bytes / 1e6 })
    hash.update(chunk)
    if (head.length < headBytes) head = Buffer.concat([head, chunk]).subarray(0, headBytes)
    if (sample.length < headBytes) sample = Buffer.concat([sample, foreignLines(chunk)])
    isUtf8 &&= decodes(utf8, chunk)
  }
  refuseOtherKinds(head, bytes)
  const guess = encodingOf(head, sample.subarray(0, headBytes), isUtf8 && decodes(utf8))
  const told = wished === undefined ? guess : toldBy(wished, guess, sample)
  const start = new TextDecoder(told.encoding).decode(head)
  if (start.trim() === '') throw new Unacceptable('file-empty')
  if (!isText(start)) throw new Unacceptable('file-is-no-text')
  return { ...told, delimiter: delimiterOf(start), sha256: hash.digest(), bytes }
}

const headBytes = 65_536

const toldBy = (encoding: Encoding, { readings }: EncodingGuess, sample: Buffer): EncodingGuess => ({
  encoding,
  isUncertain: false,
  readings: [
    { encoding, text: glimpse(new TextDecoder(encoding).decode(sample)) },
    ...readings.filter((one) => one.encoding !== encoding),
  ],
})

/** Lines that hold more than plain English letters: what tells encodings apart. */
function foreignLines(chunk: Uint8Array): Buffer {
  const text = Buffer.from(chunk).toString('latin1')
  if (!foreign.test(text)) return Buffer.alloc(0)
  const lines = text.split(/(?<=[\r\n])/)
  return Buffer.from(lines.filter((line) => foreign.test(line)).join(''), 'latin1')
}
const foreign = /[\x80-\xff]/

/** Pictures and programs hold characters that nobody types. */
const isText = (start: string) => {
  const stray = start.match(/(?![\s\u0080-\u009f])\p{Cc}/gu)?.length ?? 0
  return !start.includes('\0') && stray <= 5 + start.length / 1000
}

/** @param chunk nothing at the end, when a letter may have been cut in two */
function decodes(decoder: TextDecoder, chunk?: Uint8Array): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined })
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

function refuseOtherKinds(head: Buffer, bytes: number): void {
  if (bytes === 0) throw new Unacceptable('file-empty')
  if (head.subarray(0, 4).equals(Buffer.from('PK\x03\x04'))) throw new Unacceptable('file-is-spreadsheet')
  if (head.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0])))
    throw new Unacceptable('file-is-old-spreadsheet')
}

function encodingOf(head: Buffer, sample: Buffer, isUtf8: boolean): EncodingGuess {
  const sure = (encoding: Encoding) => ({ encoding, isUncertain: false, readings: [] })
  if (head[0] === 0xff && head[1] === 0xfe) return sure('utf-16le')
  if (head[0] === 0xfe && head[1] === 0xff) return sure('utf-16be')
  const zeros = [0, 1].map((half) => head.filter((byte, at) => byte === 0 && at % 2 === half).length)
  const [even = 0, odd = 0] = zeros
  if (odd > head.length / 4 && even < odd / 50) return sure('utf-16le')
  if (even > head.length / 4 && odd < even / 50) return sure('utf-16be')
  if (head.includes('\x1b$B') || head.includes('\x1b$@')) return sure('iso-2022-jp')
  return isUtf8 ? sure('utf-8') : guessEncoding(sample)
}

/** The delimiter that makes most columns of the first line; of equals, the comma. */
function delimiterOf(start: string): FileShape['delimiter'] {
  const widthWith = (delimiter: string) => {
    const [header] = parseWhole(start, { delimiter, bom: true, to: 1, ...lenient }) as string[][]
    return header?.length ?? 0
  }
  const delimiters = [',', ';', '\t'] as const
  return delimiters.reduce((best, one) => (widthWith(one) > widthWith(best) ? one : best))
}

/** Lines may end in any way, also within one file: people paste files together. */
const lenient = {
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: false,
  record_delimiter: ['\r\n', '\n', '\r'],
}

/** So many lines of titles may stand above a header. */
const mostTitles = 10

/**
 * The line on which the header stands: the first, unless only one below it has the names that are needed. Sheets made by
 * hand begin with titles.
 *
 * @throws as `tableRows` does
 */
export async function headerLineOf(
  source: Source,
  shape: FileShape,
  hasNames: (cells: string[]) => boolean,
): Promise<number> {
  let number = 0
  for await (const cells of records(source, shape)) {
    number++
    if (isHeader(cells) && hasNames(cells)) return number
    if (number > mostTitles) break
  }
  return 1
}

/**
 * The lines of a table one by one, its header first, cells trimmed. Blank lines are passed over but counted.
 *
 * @param headerLine where its header stands; what is above is no part of the table
 * @throws Unacceptable `file-unclosed-quote`, `cell-too-long`, `no-header`, `no-rows`
 * @throws TooLarge `too-many-rows`, `too-many-columns`
 */
export async function* tableRows(source: Source, shape: FileShape, headerLine = 1): AsyncGenerator<TableRow> {
  let [number, given] = [0, 0]
  for await (const cells of records(source, shape)) {
    number++
    if (number < headerLine) continue
    if (cells.every((cell) => cell === '')) {
      if (number === headerLine) throw new Unacceptable('no-header')
      continue
    }
    refuseTooMuch(number, cells)
    if (number === headerLine && !isHeader(cells)) throw new Unacceptable('no-header')
    if (++given > fileLimits.rows + 1) throw new TooLarge('too-many-rows', { most: fileLimits.rows })
    yield { number, cells }
  }
  if (given < 2) throw new Unacceptable('no-rows')
}

async function* records(source: Source, shape: FileShape): AsyncGenerator<string[]> {
  const parser = parse({ ...lenient, delimiter: shape.delimiter, trim: true, max_record_size: mostInRecord })
  // What goes wrong on the way arrives where the parser is read.
  pipeline(Readable.from(decoded(source, shape)), parser, () => undefined)
  try {
    for await (const cells of parser) yield (cells as string[]).map((cell) => cell.trim())
  } catch (error) {
    throw refusalOf(error)
  }
}

const mostInRecord = fileLimits.columns * fileLimits.cellCharacters

async function* decoded(source: Source, { encoding }: FileShape): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of source()) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

function refuseTooMuch(number: number, cells: readonly string[]): void {
  if (cells.length > fileLimits.columns) throw new TooLarge('too-many-columns', { most: fileLimits.columns })
  if (cells.some((cell) => cell.length > fileLimits.cellCharacters))
    throw new Unacceptable('cell-too-long', { row: number })
}

/** A first line that holds an address is a line of data. */
const isHeader = (cells: readonly string[]) =>
  cells.filter((cell) => cell !== '').length > 1 && !cells.some((cell) => /^\S+@\S+\.\S+$/.test(cell))

/** A quotation mark that is never closed, or that closes where the cell goes on. */
const quoteCodes = new Set([
  'CSV_QUOTE_NOT_CLOSED',
  'CSV_INVALID_CLOSING_QUOTE',
  'CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE',
])

function refusalOf(error: unknown): Refusal | unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  const row = error instanceof Error && 'lines' in error ? Number(error.lines) : 0
  if (code !== null && quoteCodes.has(String(code))) return new Unacceptable('file-unclosed-quote', { row })
  if (code === 'CSV_MAX_RECORD_SIZE') return new Unacceptable('cell-too-long', { row })
  return error
}

/** All of it at once, for what is known to be small. */
export async function wholeTable(source: Source, shape: FileShape): Promise<TableRow[]> {
  const rows: TableRow[] = []
  for await (const row of tableRows(source, shape)) rows.push(row)
  return rows
}
