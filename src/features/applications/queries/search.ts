import { sql } from 'kysely'
import { hasIn } from '../../../db/index.ts'
import type { Search } from '../../people/index.ts'
import { applicationPath } from '../paths.ts'
import { maySeeApplications } from '../policy.ts'
import { words } from '../words.ts'

/** Applications by a part of a name or an address, those of the newest round first. */
export const findApplications: Search = async (db, actor, { text, limit }) => {
  if (!maySeeApplications(actor)) return []
  const rows = await db
    .selectFrom('application')
    .innerJoin('round', 'round.id', 'application.roundId')
    .where(hasIn(sql`(application.name || ' ' || application.email)`, text))
    .select(['application.id', 'application.name', 'application.email', 'round.code'])
    .orderBy('round.startsOn', 'desc')
    .orderBy('application.name')
    .orderBy('application.id')
    .limit(limit)
    .execute()
  const kind = words(actor.locale)('found.application')
  return rows.map(({ id, name, email, code }) => ({
    kind,
    title: name || email,
    note: `${code} · ${email}`,
    href: applicationPath(code, id),
  }))
}
