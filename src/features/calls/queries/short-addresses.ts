import type { Db, Tx } from '../../../db/index.ts'
import type { ShortAddressCounts } from '../short-address.ts'

/** The code of the short address of a country; null while it has none. */
export const shortAddressOf = async (db: Db | Tx, country: string): Promise<string | null> =>
  (await db.selectFrom('shortAddress').where('country', '=', country).select('code').executeTakeFirst())
    ?.code ?? null

export const isShortAddress = async (db: Db | Tx, code: string): Promise<boolean> =>
  (await db.selectFrom('shortAddress').where('code', '=', code).select('code').executeTakeFirst()) !==
  undefined

/**
 * How often the short address of a country was opened, and how many applications came of it.
 *
 * @param from first day that counts, `YYYY-MM-DD` in UTC
 * @param until last day that counts
 */
export async function shortAddressCounts(
  db: Db,
  country: string,
  { from, until }: { from: string; until: string },
): Promise<ShortAddressCounts> {
  const { visits, applications } = await db
    .selectFrom('shortAddress')
    .innerJoin('shortAddressDay', 'shortAddressDay.code', 'shortAddress.code')
    .where('country', '=', country)
    .where('onDay', '>=', from)
    .where('onDay', '<=', until)
    .select((eb) => [
      eb.fn.sum<number>('visits').as('visits'),
      eb.fn.sum<number>('applications').as('applications'),
    ])
    .executeTakeFirstOrThrow()
  return { visits: Number(visits), applications: Number(applications) }
}
