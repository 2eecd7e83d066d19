import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import { heldOn } from './grants.ts'

/** What a director may switch on for the whole network; off until then. */
export type Switch = 'require-second-factor'

/** As part of another query. */
export const isSettingOn = (key: Switch) =>
  sql<boolean>`coalesce((select value = 'true'::jsonb from setting where key = ${key}), false)`

export async function settingIsOn(db: Db, key: Switch): Promise<boolean> {
  const row = await db.selectNoFrom(isSettingOn(key).as('isOn')).executeTakeFirstOrThrow()
  return row.isOn
}

/** How many have a role today, and how many of them no second factor. @param today `YYYY-MM-DD` in UTC */
export async function countSecondFactors(
  db: Db,
  today: string,
): Promise<{ withRole: number; without: number }> {
  return db
    .selectFrom('roleGrant')
    .innerJoin('person', 'person.id', 'roleGrant.personId')
    .leftJoin('secondFactor', (join) =>
      join.onRef('secondFactor.personId', '=', 'person.id').on('secondFactor.verified', '=', true),
    )
    .where('person.disabledAt', 'is', null)
    .where(heldOn(today))
    .select(({ fn }) => fn.count<number>('person.id').distinct().as('withRole'))
    .select(({ fn }) =>
      fn.count<number>('person.id').distinct().filterWhere('secondFactor.id', 'is', null).as('without'),
    )
    .executeTakeFirstOrThrow()
}
