import { setTimeout as pause } from 'node:timers/promises'
import { together } from '../../together.ts'
import type { Outside } from '../outside.ts'
import { openTransport } from '../transports/index.ts'
import { handOver, type Outcome } from './hand-over.ts'
import { type Lane, lanes } from './lanes.ts'
import { extend, type Held, type Leased, lease, putBack } from './lease.ts'
import { pagesFirst } from './pages-first.ts'

/** How fast the outbox is worked, in milliseconds. */
type Pace = {
  /** A worker that has been silent for this long has lost its mails to the others. */
  leaseMs: number
  /** How often a worker says that it lives. */
  heartbeatMs: number
  /** How often an empty lane is looked at again. */
  idleMs: number
}

const usualPace: Pace = { leaseMs: 30_000, heartbeatMs: 10_000, idleMs: 300 }

/** Mails set aside at once. They are begun, and written down, one by one. */
const batchSize = 32

/** After this many mails in a row that found nobody there, the lane waits before it tries the relay again. */
const troubleAllowed = 3
const longestRestMs = 30_000
const longestFaultMs = 8_000

/** How many mails came to which end. */
export type Tally = Record<'sent' | 'deferred' | 'failed' | 'suppressed' | 'unknown', number>

/**
 * Sends what is due, until `signal`; mails that are under way then are finished, the rest is put back.
 * Any number of workers may run at once, on any number of machines.
 *
 * @param options.worker name by which the outbox knows this one
 * @param options.onlySignIn whether all other emails wait
 */
export async function runOutbox(app: Outside, options: Sending): Promise<void> {
  await atWork(app, options, (round, lane) => keepLane(round, lane))
}

type Sending = { worker: string; signal: AbortSignal; pace?: Partial<Pace>; onlySignIn?: boolean }

/** Sends what is due now and returns; for tests, and for a site that keeps no worker. */
export async function drainOutbox(app: Outside): Promise<Tally> {
  const tally: Tally = { sent: 0, deferred: 0, failed: 0, suppressed: 0, unknown: 0 }
  const options = { worker: `drain:${process.pid}`, signal: new AbortController().signal }
  await atWork(app, options, async (round, lane) => {
    for (let trouble = 0; trouble < troubleAllowed; ) {
      const batch = await leaseSome(round, lane)
      if (batch.length === 0) return
      trouble = await workOff(round, lane, { batch, trouble, tally })
    }
  })
  return tally
}

type Round = {
  app: Outside
  worker: string
  signal: AbortSignal
  pace: Pace
  transport: Awaited<ReturnType<typeof openTransport>>
  /** Mails this worker has set aside, whose leases are kept up. */
  held: Map<string, Held>
  /** Waits until pages leave room for another email. */
  giveWay(): Promise<void>
}

async function atWork(
  app: Outside,
  options: Sending,
  work: (round: Round, lane: Lane) => Promise<void>,
): Promise<void> {
  const pace = { ...usualPace, ...options.pace }
  const transport = await openTransport(app.config)
  const round: Round = { ...options, app, pace, transport, held: new Map(), giveWay: pagesFirst() }
  const heartbeat = setInterval(() => {
    extend(app.db, [...round.held.values()], pace.leaseMs).catch((error) =>
      app.log.warn({ err: error }, 'lease_not_extended'),
    )
  }, pace.heartbeatMs)
  try {
    const open = options.onlySignIn ? (['sign-in'] as const) : lanes
    await Promise.all(open.map((lane) => work(round, lane)))
  } finally {
    clearInterval(heartbeat)
    await transport.close()
  }
}

/** Works one lane until the signal. A fault, such as a database that is away, is logged and survived. */
async function keepLane(round: Round, lane: Lane): Promise<void> {
  const { app, signal, pace } = round
  let [trouble, faults] = [0, 0]
  while (!signal.aborted) {
    try {
      const batch = await leaseSome(round, lane)
      if (batch.length > 0) trouble = await workOff(round, lane, { batch, trouble })
      if (trouble >= troubleAllowed) await rest(restAfter(trouble), signal)
      else if (batch.length === 0) await rest(pace.idleMs, signal)
      faults = 0
    } catch (error) {
      app.log.error({ err: error, lane }, 'outbox_fault')
      // A database that comes back is not met by everyone at once.
      await rest(Math.min(2_000 * 2 ** faults++, longestFaultMs), signal)
    }
  }
}

const restAfter = (trouble: number) => Math.min(1_000 * 2 ** (trouble - troubleAllowed), longestRestMs)

async function leaseSome(round: Round, lane: Lane): Promise<Leased[]> {
  const { app, worker, pace, held, transport } = round
  const batch = await lease(app.db, {
    lane,
    worker,
    now: app.now(),
    leaseMs: pace.leaseMs,
    atMost: batchSize,
    staysHere: transport.staysHere,
  })
  for (const { id, fence } of batch) held.set(id, { id, fence })
  return batch
}

type Work = { batch: Leased[]; trouble: number; tally?: Tally }

/**
 * Hands a batch over, as many at once as the transport wants. All but links to sign in give way to pages. Stops early when the
 * relay is away or the worker is to end, and puts back what was not begun.
 *
 * @returns how many mails in a row have found nobody there by now
 */
async function workOff(round: Round, lane: Lane, work: Work): Promise<number> {
  const { app, transport, pace, held, signal } = round
  const waiting = [...work.batch]
  let { trouble } = work
  const strand = async () => {
    while (!signal.aborted && trouble < Math.max(troubleAllowed, work.trouble + 1)) {
      if (lane !== 'sign-in') await round.giveWay()
      const mail = signal.aborted ? undefined : waiting.shift()
      if (!mail) return
      const outcome = await handOver({ app, transport, leaseMs: pace.leaseMs }, mail)
      held.delete(mail.id)
      trouble = outcome === 'unreachable' ? trouble + 1 : 0
      count(work.tally, outcome)
    }
  }
  try {
    await together(transport.width[lane], strand)
  } finally {
    for (const { id } of work.batch) held.delete(id)
    await putBack(app.db, waiting)
  }
  return trouble
}

function count(tally: Tally | undefined, outcome: Outcome): void {
  if (!tally || outcome === 'stopped' || outcome === 'lost') return
  tally[outcome === 'unreachable' ? 'deferred' : outcome] += 1
}

/** Waits, but not past the signal. */
async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal }).catch(() => {})
}
