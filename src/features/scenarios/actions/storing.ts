import { createHash } from 'node:crypto'
import type { Tx } from '../../../db/index.ts'
import type { Outcome, ProposedGroup, RunProblem } from '../scenario/propose.ts'
import type { Inputs } from '../scenario/scenario.ts'

/** Everything a run depends on, as it is stored. */
export function columnsOf({
  applicants,
  former,
  again,
  criteria,
  day,
  pins,
  bans,
  held,
  keep,
  seed,
  engine,
  settings,
}: Inputs) {
  const { weights, ...columns } = settings
  return {
    ...columns,
    seed,
    engine,
    weights: JSON.stringify(weights),
    // What is left out is left out here as well: see `Inputs`.
    input: JSON.stringify({ applicants, former, again, criteria, day }),
    rules: JSON.stringify({ pins, bans, held, keep }),
  }
}

/** Ends a run that has no proposal. */
export const closeWithout = (tx: Tx, id: string, problem: RunProblem, finishedAt: Date) =>
  tx.updateTable('scenario').set({ problem, finishedAt }).where('id', '=', id).execute()

/** Ends a run with its proposal, whose certificate has been checked. */
export async function storeOutcome(tx: Tx, scenarioId: string, outcome: Outcome, now: Date): Promise<void> {
  await insertGroups(tx, scenarioId, outcome.groups, { byHand: false })
  await insertReserve(tx, scenarioId, outcome.reserve)
  await tx
    .updateTable('scenario')
    .set({
      finishedAt: now,
      total: outcome.total,
      worst: outcome.worst,
      priceOfFairness: outcome.priceOfFairness,
      certificate: JSON.stringify(outcome.certificate),
      resultDigest: digestOf(outcome),
      verifiedAt: now,
    })
    .where('id', '=', scenarioId)
    .execute()
}

type Arranged = {
  groups: readonly { members: readonly string[]; centre: string | null }[]
  reserve: readonly { id: string }[]
}

/** The same for the same answer: who is with whom, who is in the middle, and who waits. */
export function digestOf({ groups, reserve }: Arranged): string {
  const said = [
    ...groups.map(({ members, centre }) => `${[...members].sort().join(' ')} ${centre ?? ''}`),
    ...reserve.map(({ id }) => id),
  ]
  return createHash('sha256').update(said.sort().join('\n')).digest('hex')
}

/** Writes groups and where their members are. */
export async function insertGroups(
  tx: Tx,
  scenarioId: string,
  groups: readonly ProposedGroup[],
  { byHand }: { byHand: boolean },
): Promise<void> {
  for (let from = 0; from < groups.length; from += atOnce) {
    await insertSome(tx, scenarioId, groups.slice(from, from + atOnce), byHand)
  }
}

/** A statement takes some sixty thousand values, and a round may have more people than that. */
const atOnce = 2000

async function insertSome(tx: Tx, scenarioId: string, groups: readonly ProposedGroup[], byHand: boolean) {
  const rows = groups.map((group) => ({ id: crypto.randomUUID(), group }))
  await tx
    .insertInto('scenarioPair')
    .values(
      rows.map(({ id, group }) => ({
        id,
        scenarioId,
        score: group.score,
        reasons: JSON.stringify(group.reasons),
        byHand,
      })),
    )
    .execute()
  const members = rows.flatMap(({ id, group }) =>
    group.members.map((applicationId) => ({
      scenarioId,
      applicationId,
      scenarioPairId: id,
      centre: applicationId === group.centre,
    })),
  )
  await tx.insertInto('scenarioMember').values(members).execute()
}

export async function insertReserve(tx: Tx, scenarioId: string, reserve: Outcome['reserve']): Promise<void> {
  for (let from = 0; from < reserve.length; from += atOnce) {
    await tx
      .insertInto('scenarioMember')
      .values(
        reserve.slice(from, from + atOnce).map(({ id, reason }) => ({
          scenarioId,
          applicationId: id,
          scenarioPairId: null,
          reason: JSON.stringify(reason),
        })),
      )
      .execute()
  }
}
