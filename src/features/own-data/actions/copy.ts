import type { App } from '../../../platform/app.ts'
import { sendOnce } from '../../../platform/mail/index.ts'
import { letterhead, networkIn } from '../../../platform/network/index.ts'
import type { OwnTables } from '../../../platform/own-tables.ts'
import { type ZipFile, zipOf } from '../../../platform/zip.ts'
import { readyEmail } from '../emails.ts'
import { type OwnChapter, ownRowsOf, type Whose } from '../queries/own-rows.ts'

/** Whose copy it is, in which language, when and by whom it was made, and what the tables say of themselves. */
export type CopyReader = {
  name: string
  locale: string
  zone: string
  at: Date
  site: string
  tables: OwnTables
}

/** Draws what a copy holds. */
type Drawing = (chapters: readonly OwnChapter[], reader: CopyReader) => ZipFile[]

/** Packs the copy that was asked for, in one view of the database, and tells its person. Twice makes no second email. */
export async function buildCopy(app: App, personId: string, filesOf: Drawing): Promise<void> {
  const asked = await app.db
    .selectFrom('dataExport')
    .innerJoin('person', 'person.id', 'personId')
    .where('personId', '=', personId)
    .where('readyAt', 'is', null)
    .select(['askedAt', 'dataExport.locale', 'name', 'givenName', 'email', 'zone'])
    .executeTakeFirst()
  if (!asked) return
  const zip = await packed(app, { ...asked, whose: { personId } }, filesOf)
  await app.db.transaction().execute(async (tx) => {
    const readyAt = app.now()
    const kept = await tx
      .updateTable('dataExport')
      .set({ zip, readyAt })
      .where('personId', '=', personId)
      .where('askedAt', '=', asked.askedAt)
      .returning('personId')
      .executeTakeFirst()
    // Erased meanwhile, or asked for anew.
    if (!kept) return
    const email = readyEmail({ ...asked, personId }, readyAt, await networkIn(app, tx))
    await sendOnce(app, tx, `data-ready:${personId}:${asked.askedAt.toISOString()}`, email)
  })
}

/** All that is kept of somebody, as one ZIP. */
export async function packed(
  app: App,
  { whose, ...reader }: { whose: Whose; locale: string; zone: string; name: string },
  filesOf: Drawing,
): Promise<Buffer> {
  const { tables } = app.ownData
  const chapters = await app.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((tx) => ownRowsOf(tx, tables, whose))
  const site = letterhead(reader.locale, await networkIn(app)).site.name
  return zipOf(filesOf(chapters, { ...reader, at: app.now(), site, tables }))
}
