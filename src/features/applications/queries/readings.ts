import type { Db, Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { addressHash } from '../../../platform/mail/index.ts'
import { type ListPage, onePageOf } from '../../../platform/paging.ts'
import { type Question, questionsOf } from '../../questions/index.ts'
import type { Round } from '../../rounds/index.ts'
import { addressKey } from '../addresses.ts'
import type { StoredColumns } from '../columns.ts'
import {
  type ColumnChoices,
  type Columns,
  doubledFields,
  type Field,
  type FileKind,
  guessColumns,
  missingFields,
} from '../columns.ts'
import type { WrittenRow } from '../corrections.ts'
import type { Encoding } from '../encodings.ts'
import { type FileShape, headerLineOf, type Source, shapeOf, tableRows } from '../file.ts'
import { applicationOutcomes, formerKey, formerOutcomes, type KnownRows, type Outcome } from '../outcomes.ts'
import { ownNames, stillAsked } from '../own-columns.ts'
import { rowIdentity } from '../rows.ts'
import { type DateOrder, instantOf, tellingTime, timeFormatOf, type Window } from '../timestamps.ts'

/** What a coordinator says about a file instead of the guess. */
export type ImportWish = {
  kind: FileKind
  columns?: Columns
  dateOrder?: DateOrder
  encoding?: Encoding
  /** IANA zone of its times. */
  zone: string
}

/** How a file is going to be read. */
export type FileReading = {
  shape: FileShape
  kind: FileKind
  zone: string
  /** Where its header stands, from 1. */
  headerLine: number
  header: string[]
  /** As guessed from the names, before anyone's correction of today. */
  guess: Columns
  columns: Columns
  dateOrder: DateOrder
  /** Whether its dates can be read in two ways and nobody has said which. */
  isAmbiguous: boolean
  /** A value that shows how its dates are read. */
  dateExample: { written: string; at: Date } | null
  /** Rows that say they were sent before applications opened or after they closed. */
  outsideWindow: number[]
  missing: Field[]
  doubled: Field[]
  /** What the round asks itself, which columns may answer. */
  questions: Question[]
  rowCount: number
  /** The first rows, for looking at. */
  samples: string[][]
}

const sampleCount = 3

/** For which round a file is read, and when. */
export type ReadFor = { round: Pick<Round, 'id' | 'applyFrom' | 'applyUntil'>; now: Date }

/** Goes through a file, to know how to read it. Refuses what is no table, as `shapeOf` and `tableRows` do. */
export async function readingOf(
  db: Db | Tx,
  source: Source,
  wish: ImportWish,
  { round, now }: ReadFor,
): Promise<FileReading> {
  const shape = await shapeOf(source, wish.encoding)
  const questions = wish.kind === 'applications' ? await questionsOf(db, round.id) : []
  const choices = stillAsked(await columnChoices(db, wish.kind), questions)
  const guessed = (cells: string[]) => guessColumns(wish.kind, cells, choices, ownNames(questions))
  const headerLine = await headerLineOf(
    source,
    shape,
    (cells) => missingFields(wish.kind, guessed(cells)).length === 0,
  )
  const times = new Map<number, string>()
  const samples: string[][] = []
  let [header, guess, columns]: [string[], Columns, Columns] = [[], [], []]
  let rowCount = -1
  for await (const { number, cells } of tableRows(source, shape, headerLine)) {
    rowCount++
    if (rowCount === 0) {
      header = cells
      guess = guessed(cells)
      columns = wish.columns && wish.columns.length === cells.length ? wish.columns : guess
      continue
    }
    times.set(number, cells[columns.indexOf('submittedAt')] ?? '')
    if (samples.length < sampleCount) samples.push(cells)
  }
  return {
    ...{ shape, kind: wish.kind, zone: wish.zone, headerLine, header, guess, columns, rowCount, samples },
    ...datesIn(times, wish, { from: round.applyFrom, until: round.applyUntil, now }),
    missing: missingFields(wish.kind, columns),
    doubled: doubledFields(columns),
    questions,
  }
}

type DatesRead = Pick<FileReading, 'dateOrder' | 'isAmbiguous' | 'dateExample' | 'outsideWindow'>

function datesIn(times: ReadonlyMap<number, string>, wish: ImportWish, window: Window): DatesRead {
  const written = [...times.values()]
  const format = timeFormatOf(written, window)
  const dateOrder = wish.dateOrder ?? format.order
  const instant = (value: string) => instantOf(value, dateOrder, wish.zone)
  const example = tellingTime(written, dateOrder)
  const at = example === null ? null : instant(example)
  const isOutside = (at: Date | null) => at !== null && (at < window.from || at > window.until)
  return {
    dateOrder,
    isAmbiguous: wish.kind === 'applications' && format.ambiguous && wish.dateOrder === undefined,
    dateExample: example !== null && at !== null ? { written: example, at } : null,
    outsideWindow: [...times].filter(([, value]) => isOutside(instant(value))).map(([number]) => number),
  }
}

/** Whether something about a file has to be said before it can be imported. */
export const isReadable = ({ shape, missing, doubled, isAmbiguous }: FileReading) =>
  missing.length + doubled.length === 0 && !isAmbiguous && !shape.isUncertain

export type RowOutcome = { number: number; cells: string[]; outcome: Outcome }

/**
 * Goes through a file a second time and tells of each row what would become of it. What someone had sent before they were
 * erased is not taken again.
 */
export async function* outcomesOf(
  app: App,
  db: Db | Tx,
  roundId: string,
  source: Source,
  reading: FileReading,
): AsyncGenerator<RowOutcome> {
  const outcome =
    reading.kind === 'applications'
      ? applicationOutcomes(reading, await knownRows(db, roundId))
      : formerOutcomes(reading.columns, await knownPairings(db))
  const unlessErased = await refusingErased(app, db)
  for await (const { number, cells } of tableRows(source, reading.shape, reading.headerLine)) {
    if (number > reading.headerLine) yield { number, cells, outcome: unlessErased(cells, outcome(cells)) }
  }
}

async function refusingErased(app: App, db: Db | Tx) {
  const rows = await db.selectFrom('erasedAddress').select(['addressHash', 'erasedAt']).execute()
  const erased = new Map(rows.map(({ addressHash, erasedAt }) => [addressHash.toString('hex'), erasedAt]))
  const erasedAt = (cell: string) =>
    cell.includes('@') ? erased.get(addressHash(app, addressKey(cell)).toString('hex')) : undefined
  return (cells: readonly string[], outcome: Outcome): Outcome => {
    const at = erased.size > 0 ? cells.map(erasedAt).find((one) => one !== undefined) : undefined
    const isLater = at && outcome.is === 'application' && outcome.submittedAt > at
    return at && !isLater ? { is: 'problem', problem: 'erased' } : outcome
  }
}

/** `corrected` rows are known ones whose answers have changed. */
export type OutcomeCounts = { added: number; known: number; corrected: number; problems: number }

/** A row of which nothing can be made, as it came; of somebody who was erased, without its cells. */
export type UnreadableRow = { number: number; problem: string; cells: string[] }

/** What importing a file would do, with a page of the rows of which it would make nothing. */
export type Foreseen = { counts: OutcomeCounts; unreadable: ListPage<UnreadableRow> }

/** What importing a file would do, without doing it. */
export async function foreseen(
  app: App,
  roundId: string,
  source: Source,
  reading: FileReading,
  asked: { page: number; size: number },
): Promise<Foreseen> {
  const counts = { added: 0, known: 0, corrected: 0, problems: 0 }
  const unreadable = onePageOf<UnreadableRow>(asked)
  for await (const { number, cells, outcome } of outcomesOf(app, app.db, roundId, source, reading)) {
    if (outcome.is === 'known') {
      counts.known++
      if (outcome.correction) counts.corrected++
    } else if (outcome.is === 'problem') {
      const { problem } = outcome
      counts.problems++
      unreadable.add({ number, problem, cells: problem === 'erased' ? [] : cells })
    } else counts.added++
  }
  return { counts, unreadable: unreadable.page() }
}

async function columnChoices(db: Db | Tx, kind: FileKind): Promise<ColumnChoices> {
  const rows = await db
    .selectFrom('columnChoice')
    .where('kind', '=', kind)
    .select(['header', 'field'])
    .execute()
  return new Map(rows.map(({ header, field }) => [header, field as Field | null]))
}

async function knownRows(db: Db | Tx, roundId: string): Promise<KnownRows> {
  const rows = await db
    .selectFrom('importRow')
    .innerJoin('importFile', 'importFile.id', 'importFileId')
    .where('roundId', '=', roundId)
    .where('kind', '=', 'applications')
    .where('applicationId', 'is not', null)
    .select(['importFileId', 'rowNumber', 'raw', 'columns', 'applicationId'])
    .orderBy('importedAt')
    .orderBy('importFileId')
    .orderBy('rowNumber')
    .execute()
  const byIdentity = new Map<string, string[]>()
  const latest = new Map<string, WrittenRow>()
  for (const { raw, columns, applicationId } of rows) {
    if (applicationId === null) continue
    const row = { cells: raw as string[], columns: (columns as unknown as StoredColumns).fields }
    latest.set(applicationId, row)
    const identity = rowIdentity(row.cells, row.columns)
    const ids = byIdentity.get(identity) ?? []
    if (!ids.includes(applicationId)) byIdentity.set(identity, [...ids, applicationId])
  }
  return { byIdentity, latest }
}

async function knownPairings(db: Db | Tx): Promise<Set<string>> {
  const rows = await db.selectFrom('formerPairing').select(['roundCode', 'firstKey', 'secondKey']).execute()
  return new Set(rows.map(formerKey))
}
