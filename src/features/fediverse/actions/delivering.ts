import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { type Ask, askOutside } from '../../../platform/post-outside.ts'
import { together } from '../../../platform/together.ts'
import { agent } from '../agent.ts'
import { type Answer, forgottenAfter, type Outcome, outcomeOf, patience, pauseAfter } from '../delivery.ts'
import { onSince } from '../queries/channels.ts'
import { type Leased, lease } from '../queries/deliveries.ts'
import { type OwnKey, signedHeaders } from '../signing.ts'
import { keyOf } from './keys.ts'

/** Few enough that emails and jobs do not wait for them. */
const sideBySide = 8
const atMost = 40
const leaseMs = 60_000
const waitMs = 10_000

/**
 * Sends what is due, until nothing is. What a worker that was killed had in hand is sent once more after a minute; servers
 * know it again by its address.
 *
 * @returns how many arrived
 */
export async function deliverDue(app: App, ask: Ask = askOutside): Promise<number> {
  if ((await onSince(app.db)) === null) return 0
  let arrived = 0
  for (;;) {
    const leased = await lease(app.db, { now: app.now(), leaseMs, atMost })
    if (leased.length === 0) return arrived
    const keys = await keysFor(app, leased)
    const waiting = [...leased]
    await together(sideBySide, async () => {
      for (let one = waiting.shift(); one; one = waiting.shift())
        if (await handOver(app, ask, one, keys.get(one.channelId) ?? null)) arrived += 1
    })
  }
}

async function keysFor(app: App, leased: readonly Leased[]): Promise<Map<string, OwnKey | null>> {
  const keys = new Map<string, OwnKey | null>()
  for (const { channelId: id, handle } of leased)
    if (!keys.has(id)) keys.set(id, await keyOf(app, app.db, { id, handle }))
  return keys
}

async function handOver(app: App, ask: Ask, one: Leased, key: OwnKey | null): Promise<boolean> {
  const outcome: Outcome = key
    ? outcomeOf(await post(app, ask, one, key))
    : { is: 'later', error: 'no key', isTheirs: false }
  app.log.info({ delivery: one.id, host: one.host, outcome: outcome.is }, 'fediverse_delivery')
  await app.db.transaction().execute(async (tx) => {
    if (outcome.is === 'sent') await arrive(app, tx, one)
    else if (outcome.is === 'gone') await forgetInbox(app, tx, one)
    else await putOff(app, tx, one, outcome)
  })
  return outcome.is === 'sent'
}

async function post(app: App, ask: Ask, one: Leased, key: OwnKey): Promise<Answer> {
  const { inbox: address, body } = one
  const plain = { 'Content-Type': 'application/activity+json', 'User-Agent': agent(app) }
  const leaving = { method: 'POST', address, body, headers: plain } as const
  const headers = await signedHeaders(leaving, key, { isNew: one.isNew, now: app.now() })
  try {
    const { status } = await ask({ method: 'POST', address, headers, body, mostBytes: 0, waitMs })
    return { status }
  } catch (error) {
    // A server that is away is what deliveries are for: it is tried again.
    return {
      problem: error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.name) : 'unknown',
    }
  }
}

async function end(app: App, tx: Tx, id: string, state: 'sent' | 'given-up', error: string | null) {
  const ended = { state, error, endedAt: app.now(), leasedUntil: null }
  await tx.updateTable('fediverseDelivery').set(ended).where('id', '=', id).execute()
}

async function arrive(app: App, tx: Tx, { id, host }: Leased): Promise<void> {
  await end(app, tx, id, 'sent', null)
  await tx
    .updateTable('fediverseServer')
    .set({ failingSince: null, nextTryAt: null })
    .where('host', '=', host)
    .where('failingSince', 'is not', null)
    .execute()
}

/** Nobody reads this inbox any more: nothing is sent there again. */
async function forgetInbox(app: App, tx: Tx, { id, inbox }: Leased): Promise<void> {
  await end(app, tx, id, 'given-up', 'HTTP 410')
  await tx
    .updateTable('fediverseDelivery')
    .set({ state: 'given-up', error: 'HTTP 410', endedAt: app.now(), leasedUntil: null })
    .where('inbox', '=', inbox)
    .where('state', '=', 'waiting')
    .execute()
  await tx
    .deleteFrom('fediverseFollower')
    .where('accountId', 'in', (eb) =>
      eb
        .selectFrom('fediverseAccount')
        .select('id')
        .where((of) => of.or([of('inbox', '=', inbox), of('sharedInbox', '=', inbox)])),
    )
    .execute()
}

async function putOff(
  app: App,
  tx: Tx,
  { id, host, tries, madeAt }: Leased,
  { error, isTheirs }: { error: string; isTheirs: boolean },
): Promise<void> {
  const now = app.now()
  const nextTryAt = new Date(now.getTime() + pauseAfter(tries))
  if (nextTryAt.getTime() - madeAt.getTime() > patience) await end(app, tx, id, 'given-up', error)
  else
    await tx
      .updateTable('fediverseDelivery')
      .set({ nextTryAt, error, leasedUntil: null })
      .where('id', '=', id)
      .execute()
  if (error === 'HTTP 401')
    await tx.updateTable('fediverseServer').set({ signedAnewAt: null }).where('host', '=', host).execute()
  if (isTheirs) await noteFailure(app, tx, host, tries)
}

/** A server that nothing reaches is left alone for longer and longer, and forgotten after weeks. */
async function noteFailure(app: App, tx: Tx, host: string, tries: number): Promise<void> {
  const now = app.now()
  const server = await tx
    .updateTable('fediverseServer')
    .set((eb) => ({
      failingSince: eb.fn.coalesce('failingSince', eb.val(now)),
      nextTryAt: new Date(now.getTime() + pauseAfter(tries)),
    }))
    .where('host', '=', host)
    .returning('failingSince')
    .executeTakeFirst()
  const since = server?.failingSince?.getTime() ?? now.getTime()
  if (now.getTime() - since < forgottenAfter) return
  const theirs = tx.selectFrom('fediverseAccount').select('id').where('host', '=', host)
  await tx.deleteFrom('fediverseFollower').where('accountId', 'in', theirs).execute()
}
