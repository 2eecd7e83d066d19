import type { App } from '../../../platform/app.ts'
import { type Ask, askOutside } from '../../../platform/post-outside.ts'
import { together } from '../../../platform/together.ts'
import { agent } from '../agent.ts'
import { type Answer, type Outcome, outcomeOf } from '../delivery.ts'
import { onSince } from '../queries/channels.ts'
import { type Leased, lease } from '../queries/deliveries.ts'
import { type OwnKey, signedHeaders } from '../signing.ts'
import { keyOf } from './keys.ts'
import { settle, type Tried } from './settling.ts'

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
  const { next, tried, end } = turnOf(app)
  await together(sideBySide, async () => {
    for (let one = await next(); one; one = await next())
      tried.push({ one, outcome: await handOver(app, ask, one) })
  })
  return end()
}

type Taken = Leased & { key: OwnKey | null }

/**
 * Hands out one delivery after the other. Once those at hand are gone it notes what became of those tried, all in one go, and looks
 * for more: nobody waits for the slowest.
 */
function turnOf(app: App) {
  const until = performance.now() + turnMs
  const keyFor = keysOf(app)
  const tried: Tried[] = []
  let waiting: Leased[] = []
  let [arrived, isDry] = [0, false]
  let looking: Promise<void> | null = null
  const note = async () => {
    const count = await settle(app, tried.splice(0))
    arrived += count
  }
  const look = async () => {
    await note()
    if (performance.now() < until) waiting = await lease(app.db, { now: app.now(), leaseMs, atMost, perHost })
    isDry = waiting.length === 0
    looking = null
  }
  const next = async (): Promise<Taken | undefined> => {
    // Those who come while somebody looks wait for that; what was tried meanwhile may make room for more.
    while (waiting.length === 0 && !(isDry && tried.length === 0 && looking === null)) {
      looking ??= look()
      await looking
    }
    const one = waiting.shift()
    return one && { ...one, key: await keyFor(one) }
  }
  const end = async () => {
    await note()
    return arrived
  }
  return { next, tried, end }
}

/** Each key is unsealed once in a turn. */
function keysOf(app: App) {
  const keys = new Map<string, Promise<OwnKey | null>>()
  return ({ channelId: id, handle }: Leased) => {
    const key = keys.get(id) ?? keyOf(app, app.db, { id, handle })
    keys.set(id, key)
    return key
  }
}

async function handOver(app: App, ask: Ask, one: Taken): Promise<Outcome> {
  const outcome: Outcome = one.key
    ? outcomeOf(await post(app, ask, one, one.key))
    : { is: 'later', error: 'no key', isTheirs: false }
  app.log.info({ delivery: one.id, host: one.host, outcome: outcome.is }, 'fediverse_delivery')
  return outcome
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
