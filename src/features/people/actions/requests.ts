import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { emailKey } from '../../../platform/email-key.ts'
import { TooMany } from '../../../platform/refusals.ts'
import { type Limit, linkLimits, secondsToWait } from '../limits.ts'

/** Someone asks for an email with a link. */
export type LinkRequest = {
  /** Where the link goes to. */
  email: string
  /** Where the request comes from: an IPv4 address or an IPv6 /64. */
  network: string
  /** What the browser says of itself; empty when it says nothing. */
  userAgent: string
  /** A path of ours to go on to, or empty. */
  next: string
  /** The language the reader reads in just now. */
  locale: string
}

/** Any number will do: requests are counted one after the other, so that a burst cannot pass together. */
const countingLock = 20_160_215

/** Longer ones are invented, and nobody reads them. */
const longestAgent = 400

/**
 * Counts a request for a link, whether the address is known or not.
 *
 * @param personId whose link it is, null for nobody we know. Signing in is counted by the mailbox alone.
 * @returns the id of the request
 * @throws TooMany `too-many` by the limits of `linkLimits`
 */
export async function countRequest(
  app: App,
  tx: Tx,
  personId: string | null,
  asked: LinkRequest,
): Promise<string> {
  await sql`select pg_advisory_xact_lock(${countingLock})`.execute(tx)
  const addressHash = keyedHash(app, 'address', emailKey(asked.email))
  const networkHash = keyedHash(app, 'network', asked.network)
  await refuseFlood(tx, app.now(), { networkHash }, linkLimits.network)
  await refuseFlood(tx, app.now(), { addressHash }, linkLimits.address)
  const { next, locale } = asked
  const userAgent = asked.userAgent.slice(0, longestAgent) || null
  const { id } = await tx
    .insertInto('signInRequest')
    .values({ personId, addressHash, networkHash, next, locale, userAgent, requestedAt: app.now() })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

type Counted = { networkHash: Buffer } | { addressHash: Buffer } | { personId: string }

/** @throws TooMany `too-many` when requests that have this in common come too fast */
export async function refuseFlood(tx: Tx, now: Date, counted: Counted, limit: Limit): Promise<void> {
  const rows = await tx
    .selectFrom('signInRequest')
    .select('requestedAt')
    .where((eb) => eb.and(counted))
    .orderBy('requestedAt', 'desc')
    .limit(limit.count)
    .execute()
  const seconds = secondsToWait(
    rows.map(({ requestedAt }) => requestedAt),
    limit,
    now,
  )
  if (seconds > 0) throw new TooMany('too-many', seconds)
}

const keyedHash = (app: App, kind: string, text: string) =>
  createHmac('sha256', app.config.secret).update(`sign-in ${kind} ${text}`).digest()
