import type { Db, Tx } from '../../../db/index.ts'
import { NotFound } from '../../../platform/refusals.ts'
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

/** How a file that was imported was read. */
export type StoredColumns = { header: string[]; fields: (Field | null)[]; dateOrder: DateOrder }

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

/** What became of the rows of a file. */
export type ImportReport = OutcomeCounts & {
  id: string
  kind: FileKind
  fileName: string
  sha256: Buffer
  zone: string
  importedAt: Date
  importedBy: string | null
  rows: number
}

/** Files that were imported for a round, newest first. */
export async function importsOf(db: Db | Tx, roundId: string): Promise<ImportReport[]> {
  const rows = await db
    .selectFrom('importFile')
    .leftJoin('person', 'person.id', 'importedBy')
    .where('roundId', '=', roundId)
    .select([
      'importFile.id',
      'kind',
      'fileName',
      'sha256',
      'importFile.zone',
      'importedAt',
      'person.name as importedBy',
    ])
    .select((eb) => [
      eb
        .selectFrom('importRow')
        .whereRef('importFileId', '=', 'importFile.id')
        .select((row) => row.fn.countAll<number>().as('count'))
        .as('rows'),
      eb
        .selectFrom('importRow')
        .whereRef('importFileId', '=', 'importFile.id')
        .select((row) => row.fn.count<number>('problem').as('count'))
        .as('problems'),
      eb
        .selectFrom('importRow')
        .whereRef('importFileId', '=', 'importFile.id')
        .where('isNew', '=', true)
        .select((row) => row.fn.countAll<number>().as('count'))
        .as('added'),
    ])
    .orderBy('importedAt', 'desc')
    .orderBy('importFile.id')
    .execute()
  return rows.map((row) => {
    const [all, problems, added] = [row.rows ?? 0, row.problems ?? 0, row.added ?? 0]
    return { ...row, kind: row.kind as FileKind, rows: all, problems, added, known: all - problems - added }
  })
}

/** @throws NotFound `no-such-import` */
export async function importReport(db: Db | Tx, roundId: string, id: string): Promise<ImportReport> {
  const found = (await importsOf(db, roundId)).find((report) => report.id === id)
  if (!found) throw new NotFound('no-such-import')
  return found
}

export type BadRow = {
  fileId: string
  fileName: string
  number: number
  problem: string
  header: string[]
  cells: string[]
}

/** Rows of which nothing could be made, as they came. */
export async function badRows(db: Db, roundId: string): Promise<BadRow[]> {
  const rows = await db
    .selectFrom('importRow')
    .innerJoin('importFile', 'importFile.id', 'importFileId')
    .where('roundId', '=', roundId)
    .where('problem', 'is not', null)
    .select(['importFileId as fileId', 'fileName', 'rowNumber as number', 'problem', 'columns', 'raw'])
    .orderBy('importedAt')
    .orderBy('rowNumber')
    .execute()
  return rows.map(({ columns, raw, problem, ...row }) => ({
    ...row,
    problem: problem ?? '',
    header: (columns as unknown as StoredColumns).header,
    cells: raw as string[],
  }))
}

/** The row an application was first made of, as it came: header beside cell. */
export async function rowsBehind(db: Db, applicationId: string): Promise<Omit<BadRow, 'problem'>[]> {
  const rows = await db
    .selectFrom('importRow')
    .innerJoin('importFile', 'importFile.id', 'importFileId')
    .where('applicationId', '=', applicationId)
    .select(['importFileId as fileId', 'fileName', 'rowNumber as number', 'columns', 'raw'])
    .orderBy('importedAt')
    .execute()
  return rows.map(({ columns, raw, ...row }) => ({
    ...row,
    header: (columns as unknown as StoredColumns).header,
    cells: raw as string[],
  }))
}

/** The first row of each application of a round, by its id. */
export async function firstRows(db: Db, roundId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('importRow')
    .innerJoin('importFile', 'importFile.id', 'importFileId')
    .where('roundId', '=', roundId)
    .where('isNew', '=', true)
    .where('applicationId', 'is not', null)
    .select(['applicationId', 'rowNumber'])
    .execute()
  return new Map(rows.map(({ applicationId, rowNumber }) => [applicationId ?? '', rowNumber]))
}
