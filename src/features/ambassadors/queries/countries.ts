import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import { dayIn } from '../../../platform/days.ts'
import type { Round } from '../../rounds/index.ts'
import type { Ambassador, CountryRow } from '../country.ts'
import { livingOf } from './standings.ts'

/** Every country of which there is something to say, with what came from it: see `CountryRow`. */
export async function countryRows(
  db: Db,
  round: Round | null,
  last: Round | null,
  now: Date,
): Promise<CountryRow[]> {
  const counts = round ? await countsFrom(db, round.id, null) : new Map<string, number>()
  const sinceMs = round ? Math.min(now.getTime(), round.applyUntil.getTime()) - round.applyFrom.getTime() : 0
  const until = last && new Date(last.applyFrom.getTime() + Math.max(0, sinceMs))
  const before = last ? await countsFrom(db, last.id, until) : new Map<string, number>()
  const ambassadors = Map.groupBy(await ambassadorsOf(db, now), ({ country }) => country)
  const invited = Map.groupBy(await invitationsTo(db), ({ country }) => country)
  const countries = new Set([counts, before, ambassadors, invited].flatMap((some) => [...some.keys()]))
  return [...countries].map((country) => ({
    country,
    now: counts.get(country) ?? 0,
    before: before.get(country) ?? 0,
    ambassadors: ambassadors.get(country) ?? [],
    invited: invited.get(country) ?? [],
  }))
}

/** How many applied, by country. @param until those sent before it; null for all */
async function countsFrom(db: Db, roundId: string, until: Date | null): Promise<Map<string, number>> {
  const rows = await livingOf(db, roundId)
    .where('country', 'is not', null)
    .groupBy('country')
    .select('country')
    .select((eb) => {
      const all = eb.fn.countAll<number>()
      return (until ? all.filterWhere('submittedAt', '<', until) : all).as('count')
    })
    .execute()
  return new Map(rows.map(({ country, count }) => [country ?? '', count]))
}

/** Those who speak for a country today or will, by name; of one country or of all. */
export async function ambassadorsOf(
  db: Db,
  now: Date,
  country?: string,
): Promise<(Ambassador & { country: string })[]> {
  const rows = await db
    .selectFrom('roleGrant')
    .innerJoin('person', 'person.id', 'personId')
    .where('role', '=', 'ambassador')
    .where('disabledAt', 'is', null)
    .where((eb) => eb.or([eb('endsOn', 'is', null), eb('endsOn', '>=', dayIn(now))]))
    .$if(country !== undefined, (query) => query.where('country', '=', country ?? ''))
    .select(['roleGrant.id as grantId', 'personId', 'name', 'country', 'startsOn', 'endsOn'])
    .orderBy(sql`lower(name)`)
    .execute()
  return rows.map((row) => ({ ...row, country: row.country ?? '' }))
}

/** Invitations that nobody has accepted yet, the oldest first; to one country or to all. */
export const invitationsTo = (db: Db, country?: string) =>
  db
    .selectFrom('ambassadorInvitation')
    .$if(country !== undefined, (query) => query.where('country', '=', country ?? ''))
    .select(['id', 'country', 'name', 'email', 'invitedAt'])
    .orderBy('invitedAt')
    .execute()
