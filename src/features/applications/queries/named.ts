import type { Naming } from '../../people/index.ts'
import { applicationPath, importReportPath } from '../paths.ts'

/** Applications and imported files. */
export const namedByApplications: Naming = async (db, ids, reader) => [
  ...(await namedApplications(db, ids, reader)),
  ...(await namedFiles(db, ids, reader)),
]

/** Each by the name of the person who applied. */
const namedApplications: Naming = async (db, ids) => {
  const rows = await db
    .selectFrom('application')
    .innerJoin('round', 'round.id', 'application.roundId')
    .where('application.id', 'in', ids)
    .select(['application.id', 'application.name', 'application.email', 'round.code'])
    .execute()
  return rows.map(({ id, name, email, code }) => ({
    id,
    label: name || email,
    href: applicationPath(code, id),
  }))
}

/** Imported files by their ids. */
const namedFiles: Naming = async (db, ids) => {
  const rows = await db
    .selectFrom('importFile')
    .innerJoin('round', 'round.id', 'importFile.roundId')
    .where('importFile.id', 'in', ids)
    .select(['importFile.id', 'importFile.fileName', 'round.code'])
    .execute()
  return rows.map(({ id, fileName, code }) => ({
    id,
    label: `${fileName} (${code})`,
    href: importReportPath(code, id),
  }))
}
