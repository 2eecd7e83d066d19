import type { Tx } from '../../../db/index.ts'
import { NotFound } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import type { Round } from '../../rounds/index.ts'
import { lockedRound } from '../../rounds/index.ts'
import { proposalOfRound, type Scenario } from '../queries/scenarios.ts'
import { type Standing, standingProposal } from '../queries/standing.ts'
import type { Inputs } from '../scenario/scenario.ts'
import { refuseAfterRelease } from './run.ts'

/** A proposal that may be changed. The round is locked until the transaction ends. */
export type Open = Standing & { round: Round; scenario: Scenario }

/**
 * @throws NotFound `no-such-round`, `no-proposal`
 * @throws Conflict `already-released`
 */
export async function openProposal(tx: Tx, actor: Actor, code: string): Promise<Open> {
  const round = await lockedRound(tx, actor, code)
  await refuseAfterRelease(tx, round.id)
  const scenario = await proposalOfRound(tx, round.id)
  return { round, scenario, ...(await standingProposal(tx, round, scenario)) }
}

/** @throws NotFound `no-such-participant` unless all of them are to be matched; ids of applications */
export function refuseUnlessIn({ applicants }: Inputs, ids: readonly string[]): void {
  const here = new Set(applicants.map((one) => one.id))
  if (!ids.every((id) => here.has(id))) throw new NotFound('no-such-participant')
}
