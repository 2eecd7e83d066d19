import { randomUUID } from 'node:crypto'
import type { Insertable } from 'kysely'
import type { Tables, Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { allow, Conflict } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { answerRows, keepQuestions } from '../../questions/index.ts'
import { lockRound, type Round, roundByCode } from '../../rounds/index.ts'
import type { StoredColumns } from '../columns.ts'
import { type Field, headerKey } from '../columns.ts'
import type { Source } from '../file.ts'
import type { Outcome } from '../outcomes.ts'
import { ownAnswersIn } from '../own-columns.ts'
import { mayCleanApplications } from '../policy.ts'
import { type ImportReport, importReport } from '../queries/imports.ts'
import {
  type FileReading,
  type ImportWish,
  outcomesOf,
  type RowOutcome,
  readingOf,
} from '../queries/readings.ts'
import { fieldName } from '../words.ts'
import { isZone } from '../zones.ts'

export type Import = ImportWish & { fileName: string; source: Source }

/** `answered`: applications that were known and have answers to the round's own questions only now. */
export type Imported = ImportReport & { reading: FileReading; answered: number }

/**
 * Makes applications, or former pairings, of the rows of a file. Each row is kept as it came, with what became of it;
 * rows that came before in any file of the round are known again, so a file twice, or a later export of the same form,
 * adds only what is new: of a known row, answers to questions of the round that it had not answered. All or nothing.
 *
 * @returns what became of the rows, and how the file was read; of the same file twice, what became of them the first
 *   time, with nothing added
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`
 * @throws Conflict `columns-missing` (`fields`), `columns-doubled` (`fields`), `dates-ambiguous`, `encoding-uncertain`
 *   (`readings`), `no-such-zone`
 * @throws Unacceptable, TooLarge as `shapeOf` and `tableRows` do
 */
export async function importFile(app: App, actor: Actor, roundCode: string, file: Import): Promise<Imported> {
  allow(mayCleanApplications(actor))
  if (!isZone(file.zone)) throw new Conflict('no-such-zone', { zone: file.zone })
  const { id: roundId } = await roundByCode(app.db, actor, roundCode)
  return app.db.transaction().execute(async (tx) => {
    const round = await lockRound(tx, roundId)
    const reading = await readingOf(tx, file.source, file, { round, now: app.now() })
    const before = await importedBefore(tx, round, reading)
    if (before) return { ...nothingNew(await importReport(tx, round.id, before)), reading, answered: 0 }
    refuseUnreadable(reading, actor.locale)
    await rememberColumns(tx, reading)
    const id = await insertFile(app, tx, actor, round, file.fileName, reading)
    if (reading.questions.length > 0) await keepQuestions(tx, round.id)
    const rows = outcomesOf(app, tx, round.id, file.source, reading)
    const answered = await insertRows(tx, { round, fileId: id, reading }, rows)
    const report = await importReport(tx, round.id, id)
    const { added, known, corrected, problems } = report
    await note(tx, app.now(), actor.id, 'applications.imported', id, {
      kind: file.kind,
      added,
      known,
      corrected,
      problems,
    })
    return { ...report, reading, answered }
  })
}

const nothingNew = (report: ImportReport): ImportReport => ({
  ...report,
  added: 0,
  corrected: 0,
  known: report.rows - report.problems,
})

async function importedBefore(
  tx: Tx,
  round: Round,
  { kind, shape }: FileReading,
): Promise<string | undefined> {
  const same = await tx
    .selectFrom('importFile')
    .where('roundId', '=', round.id)
    .where('kind', '=', kind)
    .where('sha256', '=', shape.sha256)
    .select('id')
    .executeTakeFirst()
  return same?.id
}

function refuseUnreadable(
  { shape, missing, doubled, isAmbiguous, questions }: FileReading,
  locale: string,
): void {
  const names = (fields: readonly Field[]) =>
    fields.map((field) => fieldName(field, questions, locale)).join(', ')
  if (shape.isUncertain) {
    const readings = shape.readings.map(({ encoding, text }) => `${encoding}: ${text}`).join('; ')
    throw new Conflict('encoding-uncertain', { readings })
  }
  if (missing.length > 0) throw new Conflict('columns-missing', { fields: names(missing) })
  if (doubled.length > 0) throw new Conflict('columns-doubled', { fields: names(doubled) })
  if (isAmbiguous) throw new Conflict('dates-ambiguous')
}

/** Only corrections are remembered, so that better guesses of tomorrow are not held back by those of today. */
async function rememberColumns(tx: Tx, { kind, header, guess, columns }: FileReading): Promise<void> {
  const corrected = header
    .map((name, at) => ({
      kind,
      header: headerKey(name),
      field: columns[at] ?? null,
      guessed: guess[at] ?? null,
    }))
    .filter(({ header, field, guessed }) => header !== '' && field !== guessed)
  for (const { guessed, ...choice } of corrected) {
    await tx
      .insertInto('columnChoice')
      .values(choice)
      .onConflict((conflict) => conflict.columns(['kind', 'header']).doUpdateSet({ field: choice.field }))
      .execute()
  }
}

async function insertFile(
  app: App,
  tx: Tx,
  actor: Actor,
  round: Round,
  fileName: string,
  reading: FileReading,
): Promise<string> {
  const columns: StoredColumns = {
    header: reading.header,
    fields: [...reading.columns],
    dateOrder: reading.dateOrder,
  }
  const { id } = await tx
    .insertInto('importFile')
    .values({
      roundId: round.id,
      kind: reading.kind,
      fileName,
      sha256: reading.shape.sha256,
      zone: reading.zone,
      columns: JSON.stringify(columns),
      importedBy: actor.id,
      importedAt: app.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const rowsAtOnce = 500

/** Where the rows belong, and how they are read. */
type Into = { round: Round; fileId: string; reading: FileReading }

/** @returns how many applications that were known have new answers */
async function insertRows(tx: Tx, into: Into, rows: AsyncIterable<RowOutcome>): Promise<number> {
  let waiting: RowOutcome[] = []
  let answered = 0
  for await (const row of rows) {
    waiting.push(row)
    if (waiting.length < rowsAtOnce) continue
    answered += await insertSome(tx, into, waiting)
    waiting = []
  }
  return waiting.length > 0 ? answered + (await insertSome(tx, into, waiting)) : answered
}

async function insertSome(tx: Tx, into: Into, rows: readonly RowOutcome[]): Promise<number> {
  const { round, fileId, reading } = into
  const applicationIds = await insertApplications(tx, round, rows)
  const answered = await insertOwnAnswers(tx, reading, rows, applicationIds)
  await insertPairings(tx, fileId, rows)
  await tx
    .insertInto('importRow')
    .values(
      rows.map((row) => ({
        ...storedRow(fileId, row),
        applicationId: applicationIds.get(row.number) ?? knownId(row),
      })),
    )
    .execute()
  return answered
}

const knownId = ({ outcome }: RowOutcome) => (outcome.is === 'known' ? outcome.applicationId : null)

const storedRow = (importFileId: string, { number, cells, outcome }: RowOutcome) => ({
  importFileId,
  rowNumber: number,
  raw: isErased(outcome) ? '[]' : JSON.stringify(cells.map((cell) => cell.replaceAll('\0', ''))),
  problem: outcome.is === 'problem' ? outcome.problem : null,
  isNew: outcome.is === 'application' || outcome.is === 'pairing',
  correction: outcome.is === 'known' && outcome.correction ? JSON.stringify(outcome.correction) : null,
})

const isErased = (outcome: Outcome) => outcome.is === 'problem' && outcome.problem === 'erased'

/** @returns the ids of the new applications by the number of their row */
async function insertApplications(
  tx: Tx,
  round: Round,
  rows: readonly RowOutcome[],
): Promise<Map<number, string>> {
  const ids = new Map<number, string>()
  const values = rows.flatMap(({ number, outcome }): Insertable<Tables['application']>[] => {
    if (outcome.is !== 'application') return []
    const id = randomUUID()
    ids.set(number, id)
    return [{ id, roundId: round.id, submittedAt: outcome.submittedAt, ...outcome.answers }]
  })
  if (values.length > 0) await tx.insertInto('application').values(values).execute()
  return ids
}

/**
 * What applications answer to the questions that the round asks itself. What one that was known has answered stands.
 *
 * @returns how many that were known have new answers
 */
async function insertOwnAnswers(
  tx: Tx,
  { columns, questions }: FileReading,
  rows: readonly RowOutcome[],
  newIds: ReadonlyMap<number, string>,
): Promise<number> {
  const given = rows.flatMap((row) => {
    const applicationId = newIds.get(row.number) ?? knownId(row)
    if (applicationId === null) return []
    return ownAnswersIn(row.cells, columns, questions)
      .flatMap(answerRows)
      .map((answer) => ({ applicationId, ...answer }))
  })
  if (given.length === 0) return 0
  const ids = [...new Set(rows.flatMap((row) => knownId(row) ?? []))]
  const answered = await answeredBy(tx, ids)
  const values = given.filter((one) => !answered.has(`${one.applicationId} ${one.questionId}`))
  if (values.length > 0) await tx.insertInto('ownAnswer').values(values).execute()
  const more = new Set(values.map(({ applicationId }) => applicationId))
  return ids.filter((id) => more.has(id)).length
}

async function answeredBy(tx: Tx, applicationIds: readonly string[]): Promise<Set<string>> {
  if (applicationIds.length === 0) return new Set()
  const rows = await tx
    .selectFrom('ownAnswer')
    .where('applicationId', 'in', applicationIds)
    .select(['applicationId', 'questionId'])
    .execute()
  return new Set(rows.map(({ applicationId, questionId }) => `${applicationId} ${questionId}`))
}

async function insertPairings(tx: Tx, importFileId: string, rows: readonly RowOutcome[]): Promise<void> {
  const values = rows.flatMap(({ outcome }) =>
    outcome.is === 'pairing'
      ? [
          {
            roundCode: outcome.roundCode,
            firstKey: outcome.firstKey,
            secondKey: outcome.secondKey,
            importFileId,
          },
        ]
      : [],
  )
  if (values.length > 0) await tx.insertInto('formerPairing').values(values).execute()
}
