import { verticesOf } from './proof-files.ts'
import type { Proof } from './propose.ts'
import type { Inputs, Proposal } from './scenario.ts'

const scenarioFormat = 'twinleaf-scenario-1'

/**
 * A scenario whole, as a file: everything a run depends on and what came of it, so that it can be run again
 * without this database. People have ids and answers, but no names and no addresses.
 */
export type ScenarioFile = {
  format: typeof scenarioFormat
  notice: string
  round: string
  scenario: number
  title: string
  madeAt: string
  inputs: Inputs
  /** What the run found. */
  result: Placing & { priceOfFairness: number }
  /** How it stands after changes by hand; null where there are none. */
  byHand: (Placing & { changes: number }) | null
  /** Fingerprint of the engine's answer. */
  digest: string
  certificate: Proof
  /** By vertex of the proof's graph: the position among the applicants. */
  vertices: number[]
}

type Placing = {
  /** By position among the applicants; three with the middle in the middle. */
  groups: number[][]
  reserve: number[]
  /** Points of all pairs, and of the worst. */
  total: number
  worst: number | null
}

/** Stands in the file, which goes where no page of ours can explain it. */
const notice =
  'Personal data: countries, work and wishes of participants, without names. Keep it only as long as you need it, and give it to nobody else.'

type Whole = Pick<
  ScenarioFile,
  'round' | 'scenario' | 'title' | 'madeAt' | 'inputs' | 'digest' | 'certificate'
> & {
  found: Counted & { priceOfFairness: number }
  byHand: (Counted & { changes: number }) | null
}

type Counted = { proposal: Proposal } & Pick<Placing, 'total' | 'worst'>

export function scenarioFileOf(whole: Whole): ScenarioFile {
  const { found, byHand, digest, certificate, inputs, ...about } = whole
  const place = new Map(inputs.applicants.map(({ id }, index) => [id, index]))
  const placesOf = (ids: readonly string[]) => ids.map((id) => place.get(id) ?? -1)
  const placing = <More extends Counted>({ proposal: { groups, reserve }, ...more }: More) => ({
    groups: groups.map(({ members }) => placesOf(members)),
    reserve: placesOf(reserve),
    ...more,
  })
  return {
    format: scenarioFormat,
    notice,
    ...about,
    inputs,
    result: placing(found),
    byHand: byHand && placing(byHand),
    digest,
    certificate,
    vertices: verticesOf(inputs),
  }
}
