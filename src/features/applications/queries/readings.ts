import type { Db, Tx } from '../../../db/index.ts'
import {
  type ColumnChoices,
  type Columns,
  doubledFields,
  type Field,
  type FileKind,
  guessColumns,
  missingFields,
} from '../columns.ts'
import { type FileShape, type Source, shapeOf, tableRows } from '../file.ts'
import { applicationOutcomes, formerKey, formerOutcomes, type KnownRows, type Outcome } from '../outcomes.ts'
import { rowIdentity } from '../rows.ts'
import { type DateOrder, timeFormatOf } from '../timestamps.ts'
import type { StoredColumns } from './imports.ts'

/** What a coordinator says about a file instead of the guess. */
export type ImportWish = {
  kind: FileKind
  columns?: Columns
  dateOrder?: DateOrder /** IANA zone of its times. */
  zone: string
}

/** How a file is going to be read. */
export type FileReading = {
  shape: FileShape
  kind: FileKind
  zone: string
  header: string[]
  /** As guessed from the names, before anyone's correction of today. */
  guess: Columns
  columns: Columns
  dateOrder: DateOrder
  /** Whether its dates can be read in two ways and nobody has said which. */
  isAmbiguous: boolean
  missing: Field[]
  doubled: Field[]
  rowCount: number
  /** The first rows, for looking at. */
  samples: string[][]
}

const sampleCount = 3

/** Goes through a file once, to know how to read it. Refuses what is no table, as `shapeOf` and `tableRows` do. */
export async function readingOf(db: Db | Tx, source: Source, wish: ImportWish): Promise<FileReading> {
  const shape = await shapeOf(source)
  const choices = await columnChoices(db, wish.kind)
  const times: string[] = []
  const samples: string[][] = []
  let [header, guess, columns]: [string[], Columns, Columns] = [[], [], []]
  let rowCount = -1
  for await (const { cells } of tableRows(source, shape)) {
    rowCount++
    if (rowCount === 0) {
      header = cells
      guess = guessColumns(wish.kind, cells, choices)
      columns = wish.columns && wish.columns.length === cells.length ? wish.columns : guess
      continue
    }
    times.push(cells[columns.indexOf('submittedAt')] ?? '')
    if (samples.length < sampleCount) samples.push(cells)
  }
  const format = timeFormatOf(times)
  return {
    ...{ shape, kind: wish.kind, zone: wish.zone, header, guess, columns, rowCount, samples },
    dateOrder: wish.dateOrder ?? format.order,
    isAmbiguous: wish.kind === 'applications' && format.ambiguous && wish.dateOrder === undefined,
    missing: missingFields(wish.kind, columns),
    doubled: doubledFields(columns),
  }
}

export type RowOutcome = { number: number; cells: string[]; outcome: Outcome }

/** Goes through a file a second time and tells of each row what would become of it. */
export async function* outcomesOf(
  db: Db | Tx,
  roundId: string,
  source: Source,
  reading: FileReading,
): AsyncGenerator<RowOutcome> {
  const outcome =
    reading.kind === 'applications'
      ? applicationOutcomes(reading, await knownRows(db, roundId))
      : formerOutcomes(reading.columns, await knownPairings(db))
  for await (const { number, cells } of tableRows(source, reading.shape)) {
    if (number > 1) yield { number, cells, outcome: outcome(cells) }
  }
}

export type OutcomeCounts = { added: number; known: number; problems: number }

/** What importing a file would do, without doing it. */
export async function outcomeCounts(
  db: Db,
  roundId: string,
  source: Source,
  reading: FileReading,
): Promise<OutcomeCounts> {
  const counts = { added: 0, known: 0, problems: 0 }
  for await (const { outcome } of outcomesOf(db, roundId, source, reading)) {
    if (outcome.is === 'known') counts.known++
    else if (outcome.is === 'problem') counts.problems++
    else counts.added++
  }
  return counts
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
  const known = new Map<string, string[]>()
  for (const { raw, columns, applicationId } of rows) {
    const identity = rowIdentity(raw as string[], (columns as unknown as StoredColumns).fields)
    const ids = known.get(identity) ?? []
    if (applicationId !== null && !ids.includes(applicationId)) known.set(identity, [...ids, applicationId])
  }
  return known
}

async function knownPairings(db: Db | Tx): Promise<Set<string>> {
  const rows = await db.selectFrom('formerPairing').select(['roundCode', 'firstKey', 'secondKey']).execute()
  return new Set(rows.map(formerKey))
}
