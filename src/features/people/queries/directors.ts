import type { Db } from '../../../db/index.ts'
import { dayIn } from '../../../platform/days.ts'
import { firstDayWithout, isSooner } from '../grant.ts'

/** The first day from today on, in UTC, on which nobody could appoint anyone. @param besides whom not to count */
export async function firstDayWithoutDirector(db: Db, now: Date, besides?: string): Promise<string | null> {
  const terms = await db
    .selectFrom('roleGrant')
    .innerJoin('person', 'person.id', 'roleGrant.personId')
    .select(['startsOn', 'endsOn'])
    .where('role', '=', 'director')
    .where('person.disabledAt', 'is', null)
    .$if(besides !== undefined, (query) => query.where('person.id', '<>', besides ?? ''))
    .execute()
  return firstDayWithout(terms, dayIn(now))
}

/** Whether the office would be without a director, today or on a later day, if this one went. */
export const isNeededAsDirector = async (db: Db, now: Date, personId: string): Promise<boolean> =>
  isSooner(await firstDayWithoutDirector(db, now, personId), await firstDayWithoutDirector(db, now))
