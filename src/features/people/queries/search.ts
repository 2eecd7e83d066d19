import { sql } from 'kysely'
import type { Search } from '../contributions.ts'
import { personPath } from '../paths.ts'
import { maySeePeople } from '../policy.ts'
import { words } from '../words.ts'
import { mentions } from './people.ts'

/** Persons by a part of their name or address. Their page is for those who see people, and so is this. */
export const findPeople: Search = async (db, actor, { text, limit }) => {
  if (!maySeePeople(actor)) return []
  const people = await db
    .selectFrom('person')
    .where(mentions(text))
    .where('erasedAt', 'is', null)
    .select(['id', 'name', 'email'])
    .orderBy(sql`lower(name)`)
    .orderBy('id')
    .limit(limit)
    .execute()
  const kind = words(actor.locale)('found.person')
  return people.map(({ id, name, email }) => ({ kind, title: name, note: email, href: personPath(id) }))
}
