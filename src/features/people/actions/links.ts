import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { emailKey } from '../../../platform/email-key.ts'
import { enqueue } from '../../../platform/jobs.ts'
import { TooMany } from '../../../platform/refusals.ts'
import { sendLink } from '../jobs.ts'
import { type Limit, linkLimits, secondsToWait } from '../limits.ts'

export type LinkRequest = {
  email: string
  /** Where the request comes from: an IPv4 address or an IPv6 /64. */
  network: string
  /** A path of ours to go on to, or empty. */
  next: string
  /** The language the reader reads in just now. */
  locale: string
}

/** Any number will do: requests are counted one after the other, so that a burst cannot pass together. */
const countingLock = 20_160_215

/**
 * Asks for a mail with a link to sign in by. What is done here, and how long it takes, is the same whether we
 * know the address or not; the mail is written later, to people we know. For an address we do not know the job is
 * taken back again, so that strangers cannot fill the queue.
 *
 * @throws TooMany `too-many` by the limits of `linkLimits`
 */
export async function askForLink(app: App, asked: LinkRequest): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${countingLock})`.execute(tx)
    const key = emailKey(asked.email)
    const addressHash = keyedHash(app, 'address', key)
    const networkHash = keyedHash(app, 'network', asked.network)
    await refuseFlood(tx, app.now(), 'networkHash', networkHash, linkLimits.network)
    await refuseFlood(tx, app.now(), 'addressHash', addressHash, linkLimits.address)

    const { id, personId } = await tx
      .insertInto('signInRequest')
      .values(({ selectFrom }) => ({
        personId: selectFrom('person')
          .select('id')
          .where('emailKey', '=', key)
          .where('disabledAt', 'is', null),
        addressHash,
        networkHash,
        next: asked.next,
        locale: asked.locale,
        requestedAt: app.now(),
      }))
      .returning(['id', 'personId'])
      .executeTakeFirstOrThrow()
    await sql`savepoint unasked`.execute(tx)
    await enqueue(app, tx, sendLink, { requestId: id })
    await (personId ? sql`release savepoint unasked` : sql`rollback to savepoint unasked`).execute(tx)
  })
}

async function refuseFlood(
  tx: Tx,
  now: Date,
  column: 'addressHash' | 'networkHash',
  hash: Buffer,
  limit: Limit,
): Promise<void> {
  const rows = await tx
    .selectFrom('signInRequest')
    .select('requestedAt')
    .where(column, '=', hash)
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
