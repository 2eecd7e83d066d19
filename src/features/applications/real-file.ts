import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../platform/root.ts'
import type { Application } from './application.ts'
import { type Columns, type FileKind, guessColumns } from './columns.ts'
import { type FileShape, type Source, shapeOf, type TableRow, wholeTable } from './file.ts'
import { readRow } from './rows.ts'

/** For tests: the file of round 2016A as the team exported it, 1,055 rows with every kind of dirt. */
export const realFile = (kind: FileKind) => join(root, 'test', 'data', `${kind}-2016A.csv`)

export const realSource =
  (kind: FileKind): Source =>
  () =>
    createReadStream(realFile(kind))

export async function realTable(
  kind: FileKind,
): Promise<{ shape: FileShape; header: string[]; columns: Columns; rows: TableRow[] }> {
  const shape = await shapeOf(realSource(kind))
  const [header, ...rows] = await wholeTable(realSource(kind), shape)
  return { shape, header: header?.cells ?? [], columns: guessColumns(kind, header?.cells ?? []), rows }
}

/** The applications of the real file, each with its row number as its id. */
export async function realApplications(): Promise<Application[]> {
  const { columns, rows } = await realTable('applications')
  return rows.map(({ number, cells }) => {
    const read = readRow(cells, { columns, dateOrder: 'dmy', zone: 'Europe/London' })
    if (!read.ok) throw new Error(`row ${number}: ${read.problem}`)
    return anAnswered(String(number).padStart(4, '0'), read.submittedAt, read.answers)
  })
}

const anAnswered = (
  id: string,
  submittedAt: Date,
  answers: Omit<Application, 'id' | 'submittedAt' | keyof typeof undecided>,
) => ({
  ...answers,
  ...undecided,
  id,
  submittedAt,
})

const undecided = {
  acceptedAt: null,
  waitlistedAt: null,
  droppedAt: null,
  withdrawnAt: null,
  mergedInto: null,
}
