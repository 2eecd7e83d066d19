import { graphText, type PlanCertificate, plainResult, proofOf } from '../../../matching/index.ts'
import { problemFor } from './problem.ts'
import { isOfMany, type Proof } from './propose.ts'
import type { Inputs } from './scenario.ts'

/** As much of a stored scenario as its proof needs. */
type Stored = { inputs: Inputs; certificate: Proof }

/**
 * The proof of a scenario as files for `twinleaf matching verify`; null where the scores are not the ones the
 * plan was made by any more. @throws RangeError for so many people that their pairs are not listed.
 */
export function proofFile(kind: 'graph' | 'proof', { inputs, certificate }: Stored): string | null {
  if (isOfMany(certificate)) throw new RangeError('so many people have too many pairs to list them')
  const proof = provenBy(inputs, certificate)
  if (proof === null) return null
  const { graph, result } = proof
  return kind === 'graph' ? graphText(graph) : `${JSON.stringify(plainResult(graph, result))}\n`
}

function provenBy(inputs: Inputs, certificate: PlanCertificate) {
  try {
    return proofOf(problemFor(inputs).problem, { certificate })
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** By vertex of the proof: the position of the person among the applicants of the scenario. */
export function verticesOf(inputs: Inputs): number[] {
  const place = new Map(inputs.applicants.map(({ id }, index) => [id, index]))
  return problemFor(inputs).pool.applicants.map(({ id }) => place.get(id) ?? -1)
}
