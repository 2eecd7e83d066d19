import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { type Ask, askOutside } from '../../../platform/post-outside.ts'
import { together } from '../../../platform/together.ts'
import { agent } from '../agent.ts'
import {
  type Answer,
  forgottenAfter,
  type Outcome,
  outcomeOf,
  patience,
  pauseAfter,
  silence,
} from '../delivery.ts'
import { onSince } from '../queries/channels.ts'
import { type Leased, lease } from '../queries/deliveries.ts'
import { type OwnKey, signedHeaders } from '../signing.ts'
import { keyOf } from './keys.ts'

/** Few enough that emails and jobs do not wait for them. */
const sideBySide = 8
/** Of one server: the others go on while it is slow. */
const perHost = 2
const atMost = 24
const leaseMs = 60_000
const waitMs = 10_000
/** Then the next turn of the clock goes on, with all hands: by now only those of slow servers may be busy. */
const turnMs = 50_000

/**
 * Sends what is due, until nothing is or its turn is over. What a worker that was killed had in hand is sent once more after a
 * minute; servers know it again by its address.
 *
 * @returns how many arrived
 */
export async function deliverDue(app: App, ask: Ask = askOutside): Promise<number> {
  if ((await onSince(app.db)) === null) return 0
  const next = taking(app)
  let arrived = 0
  await together(sideBySide, async () => {
    for (let one = await next(); one; one = await next()) if (await handOver(app, ask, one)) arrived += 1
  })
  return arrived
}

type Taken = Leased & { key: OwnKey | null }

/** Hands out one delivery after the other, and looks for more once those at hand are gone: nobody waits for the slowest. */
function taking(app: App): () => Promise<Taken | undefined> {
  const until = performance.now() + turnMs
  const keys = new Map<string, OwnKey | null>()
  let waiting: Leased[] = []
  let looking: Promise<Leased[]> | null = null
  return async () => {
    if (waiting.length === 0 && performance.now() < until) {
      // Those who come meanwhile wait for the same look.
      looking ??= lease(app.db, { now: app.now(), leaseMs, atMost, perHost })
      const found = await looking
      if (looking !== null) waiting = found
      looking = null
    }
    const one = waiting.shift()
    if (!one) return undefined
    const { channelId: id, handle } = one
    if (!keys.has(id)) keys.set(id, await keyOf(app, app.db, { id, handle }))
    return { ...one, key: keys.get(id) ?? null }
  }
}

async function handOver(app: App, ask: Ask, one: Taken): Promise<boolean> {
  const outcome: Outcome = one.key
    ? outcomeOf(await post(app, ask, one, one.key))
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

/**
 * A server that nothing reaches is left alone for longer and longer, and forgotten after weeks in which it was tried: what failed
 * before a long silence says nothing of it.
 */
async function noteFailure(app: App, tx: Tx, host: string, tries: number): Promise<void> {
  const now = app.now()
  const silentSince = new Date(now.getTime() - silence)
  const server = await tx
    .updateTable('fediverseServer')
    .set((eb) => ({
      failingSince: eb
        .case()
        .when(eb.and([eb('failingSince', 'is not', null), eb('nextTryAt', '>', silentSince)]))
        .then(eb.ref('failingSince'))
        .else(eb.val(now))
        .end(),
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
