import { verticesOf } from './proof-files.ts'
import type { Proof } from './propose.ts'
import type { Group, Inputs } from './scenario.ts'

export const scenarioFormat = 'twinleaf-scenario-1'

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
  result: {
    /** By position among the applicants; three with the middle in the middle. */
    groups: number[][]
    reserve: number[]
    total: number
    worst: number | null
    priceOfFairness: number
    /** Whether the groups are those of the engine; after changes by hand they are not. */
    asFound: boolean
  }
  /** Fingerprint of the engine's answer. */
  digest: string
  certificate: Proof
  /** By vertex of the proof's graph: the position among the applicants. */
  vertices: number[]
}

/** Stands in the file, which goes where no page of ours can explain it. */
const notice =
  'Personal data: countries, work and wishes of participants, without names. Keep it only as long as you need it, and give it to nobody else.'

type Whole = Pick<
  ScenarioFile,
  'round' | 'scenario' | 'title' | 'madeAt' | 'inputs' | 'digest' | 'certificate'
> & {
  groups: readonly Pick<Group, 'members'>[]
  reserve: readonly string[]
} & Pick<ScenarioFile['result'], 'total' | 'worst' | 'priceOfFairness' | 'asFound'>

export function scenarioFileOf(whole: Whole): ScenarioFile {
  const { groups, reserve, total, worst, priceOfFairness, asFound, digest, certificate, inputs, ...about } =
    whole
  const place = new Map(inputs.applicants.map(({ id }, index) => [id, index]))
  const placesOf = (ids: readonly string[]) => ids.map((id) => place.get(id) ?? -1)
  return {
    format: scenarioFormat,
    notice,
    ...about,
    inputs,
    result: {
      groups: groups.map(({ members }) => placesOf(members)),
      reserve: placesOf(reserve),
      total,
      worst,
      priceOfFairness,
      asFound,
    },
    digest,
    certificate,
    vertices: verticesOf(inputs),
  }
}
