import { type Folded, fewest, folded, type Group, inSteps } from '../../platform/small-numbers.ts'

/** A round that has ended, with how many took part from each country: those who have had a partner in it. */
export type EndedRound = { code: string; startsOn: string; endsOn: string; countries: readonly Group[] }

/** A round as everyone may see it: people in steps of five. */
type PublishedRound = {
  code: string
  startsOn: string
  endsOn: string
  participants: number
  countries: number
}

/** What everyone may see of all rounds that have ended. */
export type Impact = {
  rounds: PublishedRound[]
  /** Of all those rounds together; somebody who took part twice counts twice. */
  participants: number
  countries: number
  /** By country over all of them; small ones are told together. */
  byCountry: Folded
}

/**
 * What may be published, so that nobody can be singled out: rounds of fewer than five people are left out, all numbers of
 * people move in steps of five, and countries of fewer than five over all rounds are told together. Published anew after
 * each round, any two numbers differ by nothing or by five at least.
 *
 * @source docs/decisions/0048-ambassadors.md
 */
export function impactOf(ended: readonly EndedRound[]): Impact {
  const told = ended.filter((round) => peopleOf(round.countries) >= fewest)
  const rounds = told.map(({ code, startsOn, endsOn, countries }) => ({
    ...{ code, startsOn, endsOn, countries: countries.length },
    participants: inSteps(peopleOf(countries)),
  }))
  const together = new Map<string, number>()
  for (const { countries } of told)
    for (const { name, count } of countries) together.set(name, (together.get(name) ?? 0) + count)
  const groups = [...together].map(([name, count]) => ({ name, count }))
  return {
    rounds,
    participants: inSteps(peopleOf(groups)),
    countries: groups.length,
    byCountry: folded(groups),
  }
}

const peopleOf = (groups: readonly Group[]) => groups.reduce((all, { count }) => all + count, 0)
