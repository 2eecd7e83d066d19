import type { Db, Tx } from '../../../db/index.ts'
import { ofOthers, type PairStanding, standingsOf } from '../../checkins/index.ts'
import type { Actor } from '../../people/index.ts'
import type { Round } from '../../rounds/index.ts'
import { triosWith } from '../../scenarios/index.ts'
import { pairsNotToAsk } from './offers.ts'

/** A pair that could be asked. */
export type Candidate = {
  pair: PairStanding
  /** How well the worst two of the three would suit each other, 0 to 10,000. */
  score: number
  /** Ids of the applications of those of the pair who wrote on the form that they would take two partners. */
  takeTwo: string[]
}

/** In such a standing nobody is asked for more: they have no partner's answer themselves, are away, or need help. */
const unfit = new Set(['silent', 'help', 'wrote', 'away', 'not-yet'])

/** Whether two partners get on so well, as far as one knows, that they can be asked. */
const canBeAsked = ({ members, contradicts }: PairStanding): boolean =>
  members.length === 2 && !contradicts && members.every(({ standing }) => !unfit.has(standing))

/** So many pairs to choose from. */
const most = 5

/**
 * The pairs that could best take somebody in, best first: all three may be partners of each other, and the two are in
 * touch or have not been asked yet.
 *
 * @param id of the application of whoever waits
 */
export async function candidatesFor(
  db: Db,
  actor: Actor,
  round: Round,
  { id, now }: { id: string; now: Date },
): Promise<Candidate[]> {
  const kept = await pairsNotToAsk(db, round.id)
  const standings = await standingsOf(db, round, now)
  const pairs = ofOthers(standings, actor).filter((pair) => canBeAsked(pair) && !kept.has(pair.id))
  const pairOf = new Map(pairs.flatMap((pair) => pair.members.map((one) => [one.applicationId, pair])))
  const groups = await triosWith(db, round, { id, pairs: pairs.map(idsOf), most })
  const takeTwo = await takersOfTwo(
    db,
    groups.flatMap(({ members }) => members),
  )
  return groups.flatMap(({ members, score }) => {
    const pair = pairOf.get(members.find((one) => one !== id) ?? '')
    return pair ? [{ pair, score, takeTwo: idsOf(pair).filter((one) => takeTwo.has(one)) }] : []
  })
}

const idsOf = ({ members }: PairStanding) => members.map(({ applicationId }) => applicationId)

async function takersOfTwo(db: Db | Tx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('application')
    .where('id', 'in', ids)
    .where('takesTwo', '=', true)
    .select('id')
    .execute()
  return new Set(rows.map(({ id }) => id))
}
