import type { Db, Tx } from '../../../db/index.ts'
import { NotFound } from '../../../platform/refusals.ts'
import type { FileKind, StoredColumns } from '../columns.ts'
import type { OutcomeCounts, UnreadableRow } from './readings.ts'

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
        .select((row) => row.fn.count<number>('correction').as('count'))
        .as('corrected'),
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
    const counts = { problems, added, known: all - problems - added, corrected: row.corrected ?? 0 }
    return { ...row, ...counts, kind: row.kind as FileKind, rows: all }
  })
}

/** @throws NotFound `no-such-import` */
export async function importReport(db: Db | Tx, roundId: string, id: string): Promise<ImportReport> {
  const found = (await importsOf(db, roundId)).find((report) => report.id === id)
  if (!found) throw new NotFound('no-such-import')
  return found
}

export type BadRow = UnreadableRow & { fileId: string; fileName: string } & StoredRow
type StoredRow = Pick<StoredColumns, 'header' | 'fields'>

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
    ...howRead(columns as unknown as StoredColumns),
    cells: raw as string[],
  }))
}

const howRead = ({ header, fields }: StoredColumns): StoredRow => ({ header, fields })

/** The row an application was first made of, as it came: header beside cell. */
export async function rowsBehind(
  db: Db,
  applicationId: string,
): Promise<Omit<BadRow, 'problem' | 'fields'>[]> {
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
