import type { Naming } from '../contributions.ts'
import { personPath } from '../paths.ts'

/** Persons by their ids; those who were erased have no page. */
export const namedPeople: Naming = async (db, ids) => {
  const people = await db
    .selectFrom('person')
    .where('id', 'in', ids)
    .where('erasedAt', 'is', null)
    .select(['id', 'name'])
    .execute()
  return people.map(({ id, name }) => ({ id, label: name, href: personPath(id) }))
}
