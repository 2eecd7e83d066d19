import type { Db, Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { dayMs } from '../../../platform/days.ts'
import type { Ask } from '../../../platform/post-outside.ts'
import type { TheirKey } from '../signing.ts'
import { type Fetched, fetchAccount } from './fetching.ts'

/** Somebody elsewhere, as far as we have to do with them. */
export type Account = {
  id: string
  address: string
  host: string
  handle: string
  name: string
  profile: string
  isBlocked: boolean
  fetchedAt: Date
  key: TheirKey
}

/** An account that we know. */
async function accountAt(db: Db | Tx, address: string): Promise<Account | undefined> {
  const row = await db
    .selectFrom('fediverseAccount as account')
    .innerJoin('fediverseServer as server', 'server.host', 'account.host')
    .where('account.address', '=', address)
    .select(['account.id', 'address', 'account.host', 'handle', 'name', 'profile', 'fetchedAt'])
    .select(['keyAddress', 'publicKey', 'account.blockedAt', 'server.blockedAt as serverBlockedAt'])
    .executeTakeFirst()
  if (!row) return undefined
  const { keyAddress, publicKey, blockedAt, serverBlockedAt, ...account } = row
  return {
    ...account,
    isBlocked: blockedAt !== null || serverBlockedAt !== null,
    key: { address: keyAddress, owner: row.address, publicKey },
  }
}

/** Whether nothing is taken from a server. */
export const isServerBlocked = async (db: Db, host: string): Promise<boolean> =>
  (await db
    .selectFrom('fediverseServer')
    .where('host', '=', host)
    .where('blockedAt', 'is not', null)
    .select('host')
    .executeTakeFirst()) !== undefined

/**
 * An account as its server tells of it: asked for when it is not known, and again after a day.
 *
 * @param isDoubtful whether what we know of it does not seem to hold any more
 * @throws Unavailable `too-busy`
 */
export async function knownAccount(
  app: App,
  ask: Ask,
  address: string,
  { isDoubtful = false } = {},
): Promise<Account | undefined> {
  const known = await accountAt(app.db, address)
  const age = known ? app.now().getTime() - known.fetchedAt.getTime() : Number.POSITIVE_INFINITY
  if (known?.isBlocked || (known && !isDoubtful && age < dayMs)) return known
  const fetched = await fetchAccount(app, ask, address)
  if (!fetched) return known
  await keepAccount(app, fetched)
  return accountAt(app.db, address)
}

async function keepAccount(app: App, fetched: Fetched): Promise<void> {
  const { alsoKnownAs: _, ...account } = fetched
  const row = { ...account, fetchedAt: app.now() }
  await app.db.transaction().execute(async (tx) => {
    await keepServer(tx, account.host)
    await tx
      .insertInto('fediverseAccount')
      .values(row)
      .onConflict((conflict) => conflict.column('address').doUpdateSet(row))
      .execute()
  })
}

/** The row of a server, whether we knew of it or not. */
export const keepServer = (tx: Tx, host: string) =>
  tx
    .insertInto('fediverseServer')
    .values({ host })
    .onConflict((conflict) => conflict.column('host').doNothing())
    .execute()

/**
 * Whoever changes what belongs to servers has them for itself first, in one order: two at once are then one after the other instead
 * of in each other's way.
 */
export const lockServers = (tx: Tx, hosts: readonly string[]) =>
  tx
    .selectFrom('fediverseServer')
    .where('host', 'in', [...hosts])
    .select('host')
    .orderBy('host')
    .forNoKeyUpdate()
    .execute()
