import { type Applicant, sectors, stages, type Wishable, wishable } from '../applicant.ts'
import type { Weights } from '../weights.ts'
import { type Fit, interestsFit, sectorFit, stageFit } from '../wishes.ts'

/** How much more a wish weighs, among a person's own, that matters a lot to them. @source docs/decisions/0037-what-the-form-asks.md */
const dearFactor = 2

/** Weight times percent of each wish, by what the partner is; a wish that cannot be met weighs nothing. */
export type PersonTables = { sector: number[]; stage: number[]; interests: number[]; wishesWeight: number }

export function personTables(own: Applicant, weights: Weights): PersonTables {
  const { wishes } = own
  const named = own.interests.length
  const fits: Record<Wishable, Fit[]> = {
    sector: sectors.map((other) => sectorFit(wishes.sector, own.sector, other)),
    stage: stages.map((other) => stageFit(wishes.stage, own.stage, other)),
    interests: Array.from({ length: named + 1 }, (_, shared) =>
      interestsFit(wishes.interests, named, shared),
    ),
  }
  const weightOf = (what: Wishable) => weights.wishes[what] * (own.dear?.includes(what) ? dearFactor : 1)
  const weighed = (what: Wishable) => fits[what].map((fit) => weightOf(what) * (fit ?? 0))
  return {
    sector: weighed('sector'),
    stage: weighed('stage'),
    interests: weighed('interests'),
    wishesWeight: wishable.reduce((sum, what) => sum + (fits[what][0] === null ? 0 : weightOf(what)), 0),
  }
}
