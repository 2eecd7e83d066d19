import type { Naming } from '../../people/index.ts'
import { applicationPath } from '../paths.ts'

/** Applications by their ids, each by the name of the person who applied. */
export const namedApplications: Naming = async (db, ids) => {
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
