import type { Option } from '../explain.ts'
import { bannedKeys, checkPerson, FORBIDDEN, pairKey, pointsOf } from '../problem.ts'
import { nestingOf, sharedPrice } from '../solver/nesting.ts'
import { type CrowdProblem, freeIn } from './people.ts'
import type { CrowdPlanOfPeople } from './plan-crowd.ts'

/**
 * Everyone a person could be paired with, and what it would cost at least: `optionsOf` for large pools. O(people)
 *
 * @throws RangeError when the person is pinned, or nobody
 */
export function optionsInCrowd(
  problem: CrowdProblem,
  { certificate, priceOfFairness }: Pick<CrowdPlanOfPeople, 'certificate' | 'priceOfFairness'>,
  person: number,
): Option[] {
  checkPerson(problem, person)
  const order = freeIn(problem)
  const own = order.indexOf(person)
  if (own === -1) throw new RangeError(`${person} is pinned`)
  const { exclusions, unrestricted, plan } = certificate
  const isSilent = exclusions.pairs.length + exclusions.seats.length > 0
  const { scale, bonus, y, home, parent, z } = unrestricted ?? plan
  const nesting = nestingOf({ parent: Int32Array.from(parent), z: Float64Array.from(z) })
  const banned = bannedKeys(problem)
  const options: Option[] = []
  for (const [vertex, partner] of order.entries()) {
    if (partner === person || banned.has(pairKey(problem.ids.length, person, partner))) continue
    const points = pointsOf(problem, person, partner)
    if (points === FORBIDDEN) continue
    const paid = y[own]! + y[vertex]! + sharedPrice(nesting, home[own]! + 1, home[vertex]! + 1)
    const loss = Math.floor((paid - scale * (points + bonus)) / scale) - priceOfFairness
    options.push({ partner, points, leastLoss: isSilent ? -Infinity : loss })
  }
  return options.sort((a, b) => a.leastLoss - b.leastLoss || b.points - a.points || a.partner - b.partner)
}
