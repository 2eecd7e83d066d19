import { sql } from 'kysely'
import { isHeldUp, type Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { allow, Conflict, NotFound } from '../../../platform/refusals.ts'
import { part } from '../../pairings/index.ts'
import type { Actor } from '../../people/index.ts'
import { roundById } from '../../rounds/index.ts'
import { dueAfter } from '../case.ts'
import { mayHelpPairs } from '../policy.ts'
import { type Ending, endingsDue } from '../queries/endings.ts'
import { parted } from '../queries/facts.ts'
import { ladderOf } from '../queries/ladder.ts'
import { closeHeld, type Held, heldCase, tell } from './handling.ts'
import { mailReady } from './mailing.ts'
import { tellFacts } from './opening.ts'
import { runningRounds } from './sweep.ts'

/**
 * Ends the pairing of a case: the decision from which a new partner is offered within two days. Whoever stays in the round
 * waits, and the case goes on until they have one.
 *
 * @param leaving ids of the applications of members who leave the round; may be none
 * @throws as `heldCase` and `partPairing`
 */
export async function partCase(
  app: App,
  actor: Actor,
  number: number,
  leaving: readonly string[],
): Promise<Parted> {
  return app.db
    .transaction()
    .execute(async (tx) => partHeld(app, tx, actor, await heldCase(tx, actor, number), leaving))
}

/** How many left the round, and how many wait. */
export type Parted = { left: number; free: number }

async function partHeld(
  app: App,
  tx: Tx,
  actor: Actor,
  held: Held,
  leaving: readonly string[],
): Promise<Parted> {
  const round = await roundById(tx, held.roundId)
  const { left, free } = await part(app, tx, actor, { code: round.code, pairing: held.pairingId, leaving })
  await tell(app, tx, actor, held, { kind: 'parted' })
  const { ladder } = await ladderOf(tx, held.roundId)
  const now = app.now()
  const waiting = await parted(tx, { pairing: held.pairingId })
  if (waiting.length > 0) await tellFacts(tx, waiting, { ladder, now })
  await tx
    .updateTable('pairingCase')
    .set({ dueAt: dueAfter(now, ladder.days.parted, 0) })
    .where('pairingId', '=', held.pairingId)
    .where('closedAt', 'is', null)
    // What is promised to whoever wrote a report holds.
    .where('kind', '<>', 'conduct')
    .where(sql<boolean>`${free.length} > 0`)
    .execute()
  await note(tx, now, actor.id, 'case.parted', held.id, { round: held.roundId })
  return { left: left.length, free: free.length }
}

/**
 * What came of ending many pairings: `changed` are those in which something has happened since they were looked at, `rounds` the
 * codes of those in which somebody waits now.
 */
export type EndedTogether = Parted & { ended: number; changed: number; rounds: string[] }

/**
 * Ends the pairings of some cases, each by itself and all or nothing: whoever does not answer leaves the round, and whoever
 * stays waits for a new partner. Those that are not ready any more stay as they are.
 *
 * @param numbers of the cases
 * @param tells whether whoever leaves gets a goodbye by email, and whoever stays hears that we look for somebody new
 * @throws Forbidden unless a coordinator asks
 */
export async function endTogether(
  app: App,
  actor: Actor,
  { numbers, tells }: { numbers: readonly number[]; tells: boolean },
): Promise<EndedTogether> {
  allow(mayHelpPairs(actor))
  const wanted = new Set(numbers)
  const readAt = app.now()
  const ready = await endingsDue(app.db, actor, await runningRounds(app), readAt)
  const done = { ended: 0, changed: wanted.size, left: 0, free: 0 }
  const rounds = new Set<string>()
  for (const ending of ready.filter(({ one }) => wanted.has(one.number))) {
    const parted = await endOne(app, actor, ending, { tells, readAt })
    if (!parted) continue
    done.ended += 1
    done.changed -= 1
    done.left += parted.left
    done.free += parted.free
    if (parted.free > 0) rounds.add(ending.one.code)
  }
  return { ...done, rounds: [...rounds] }
}

/**
 * Ends one of them; its case is closed where nobody waits.
 *
 * @param readAt when it was found to be ready
 * @returns null where something has happened since
 */
export async function endOne(
  app: App,
  actor: Actor,
  { one, leaving, staying }: Ending,
  { tells, readAt }: { tells: boolean; readAt: Date },
): Promise<Parted | null> {
  try {
    return await app.db.transaction().execute(async (tx) => {
      const held = await heldCase(tx, actor, one.number)
      if (await hasMoved(tx, held, readAt)) return null
      const parted = await partHeld(
        app,
        tx,
        actor,
        held,
        leaving.map(({ applicationId }) => applicationId),
      )
      if (tells) {
        for (const { applicationId } of leaving)
          await mailReady(app, tx, actor, held, 'goodbye', applicationId)
        for (const { applicationId } of staying)
          await mailReady(app, tx, actor, held, 'waiting', applicationId)
      }
      if (parted.free === 0) await closeHeld(app, tx, actor, held, { outcome: 'left' })
      return parted
    })
  } catch (error) {
    // Somebody else was quicker.
    if (error instanceof Conflict || error instanceof NotFound || isHeldUp(error)) return null
    throw error
  }
}

/** Whether somebody of the pairing has answered since an instant, or anything was done in the case. */
async function hasMoved(tx: Tx, { id, pairingId }: Held, since: Date): Promise<boolean> {
  const moved = await tx
    .selectFrom('checkInAnswer')
    .innerJoin('checkIn', 'checkIn.id', 'checkInId')
    .where('pairingId', '=', pairingId)
    .where('answeredAt', '>', since)
    .select('answeredAt as at')
    .unionAll(tx.selectFrom('caseEvent').where('caseId', '=', id).where('at', '>', since).select('at'))
    .limit(1)
    .executeTakeFirst()
  return moved !== undefined
}
