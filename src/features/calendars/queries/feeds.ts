import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import { NotFound } from '../../../platform/refusals.ts'
import type { Feed } from '../policy.ts'

/** Which of their addresses someone's calendar has now; 0 until they renew it. */
export async function feedNumber(db: Db, personId: string): Promise<number> {
  const feed = await db
    .selectFrom('calendarFeed')
    .where('personId', '=', personId)
    .select('number')
    .executeTakeFirst()
  return feed?.number ?? 0
}

/** Whose calendar an address opens. @throws NotFound `no-such-calendar`, also for one that was renewed */
export async function feedReader(db: Db, feed: Feed | null) {
  const reader =
    feed &&
    (await db
      .selectFrom('person')
      .leftJoin('calendarFeed', 'calendarFeed.personId', 'person.id')
      .where('person.id', '=', feed.personId)
      .where('person.disabledAt', 'is', null)
      .where('person.erasedAt', 'is', null)
      .where(sql`coalesce(calendar_feed.number, 0)`, '=', feed.number)
      .select(['person.id', 'person.locale', 'person.zone'])
      .executeTakeFirst())
  if (!reader) throw new NotFound('no-such-calendar')
  return reader
}
