import type { Db } from '../../../db/index.ts'

/** What keeps emails from an address. */
export type DeadAddress = { verdict: string; said: string; returnedAt: Date }

/** Why emails do not reach an address; undefined when they do, as far as we know. */
export const deadAddress = (db: Db, address: string): Promise<DeadAddress | undefined> =>
  db
    .selectFrom('deadAddress')
    .select(['verdict', 'said', 'returnedAt'])
    .where('address', '=', address.toLowerCase())
    .executeTakeFirst()
