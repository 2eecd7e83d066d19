import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'

/** What a director may switch on for the whole network; off until then. */
export type Switch = 'require-second-factor'

/** As part of another query. */
export const isSettingOn = (key: Switch) =>
  sql<boolean>`coalesce((select value = 'true'::jsonb from setting where key = ${key}), false)`

export async function settingIsOn(db: Db, key: Switch): Promise<boolean> {
  const row = await db.selectNoFrom(isSettingOn(key).as('isOn')).executeTakeFirstOrThrow()
  return row.isOn
}
