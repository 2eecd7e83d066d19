import type { App } from '../../../platform/app.ts'
import { instantAt } from '../../../platform/days.ts'
import { note } from '../../../platform/journal.ts'
import { allow, Conflict, NotFound } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { lockRound, roundByCode } from '../../rounds/index.ts'
import type { StoredColumns } from '../columns.ts'
import { mayCleanApplications } from '../policy.ts'
import { answersIn } from '../rows.ts'

/** A row of an imported file, and when its application was sent by the clock of that file, `YYYY-MM-DDTHH:MM`. */
export type Admission = { fileId: string; row: number; sentAt: string }

/**
 * Makes an application of a row that does not say when it was sent, once someone has found out.
 *
 * @returns the id of the application
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`, `no-such-row`
 * @throws Conflict `row-has-no-person` when the row names nobody, so that a time would not help
 */
export async function admitRow(
  app: App,
  actor: Actor,
  roundCode: string,
  admission: Admission,
): Promise<string> {
  allow(mayCleanApplications(actor))
  const round = await roundByCode(app.db, actor, roundCode)
  return app.db.transaction().execute(async (tx) => {
    await lockRound(tx, round.id)
    const row = await tx
      .selectFrom('importRow')
      .innerJoin('importFile', 'importFile.id', 'importFileId')
      .where('importFileId', '=', admission.fileId)
      .where('rowNumber', '=', admission.row)
      .where('roundId', '=', round.id)
      .where('problem', 'is not', null)
      .select(['raw', 'columns', 'problem', 'zone'])
      .executeTakeFirst()
    if (!row) throw new NotFound('no-such-row')
    if (row.problem !== 'bad-time') throw new Conflict('row-has-no-person')
    const answers = answersIn(row.raw as string[], (row.columns as unknown as StoredColumns).fields)
    const { id } = await tx
      .insertInto('application')
      .values({ roundId: round.id, submittedAt: instantAt(admission.sentAt, row.zone), ...answers })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .updateTable('importRow')
      .set({ applicationId: id, problem: null, isNew: true })
      .where('importFileId', '=', admission.fileId)
      .where('rowNumber', '=', admission.row)
      .execute()
    await note(tx, app.now(), actor.id, 'application.admitted', id, {
      file: admission.fileId,
      row: admission.row,
    })
    return id
  })
}
