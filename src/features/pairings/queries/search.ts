import { sql } from 'kysely'
import { hasIn } from '../../../db/index.ts'
import { formats } from '../../../platform/formats.ts'
import type { Search } from '../../people/index.ts'
import { mayMatch } from '../../scenarios/index.ts'
import { partPath } from '../paths.ts'
import { words } from '../words.ts'

/** Confirmed pairings, also those that ended, by a part of a member's name or address; the newest round first. */
export const findPairings: Search = async (db, actor, { text, limit }) => {
  if (!mayMatch(actor)) return []
  const rows = await db
    .selectFrom('pairing')
    .innerJoin('round', 'round.id', 'pairing.roundId')
    .innerJoin('pairingMember as member', 'member.pairingId', 'pairing.id')
    .innerJoin('application', 'application.id', 'member.applicationId')
    .groupBy(['pairing.id', 'round.id'])
    .having(sql<boolean>`bool_or(${hasIn(sql`(application.name || ' ' || application.email)`, text)})`)
    .select(['pairing.id', 'round.code'])
    .select(sql<string[]>`array_agg(application.name order by member.centre, application.name)`.as('names'))
    .orderBy('round.startsOn', 'desc')
    .orderBy('pairing.id')
    .limit(limit)
    .execute()
  const kind = words(actor.locale)('found.pairing')
  const say = formats(actor.locale, actor.zone)
  return rows.map(({ id, code, names }) => ({
    kind,
    title: say.names(names),
    note: code,
    href: partPath(code, id),
  }))
}
