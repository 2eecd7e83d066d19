import { fewest, inSteps } from '../../platform/small-numbers.ts'
import type { Phase } from '../rounds/index.ts'

type Standing = 'upcoming' | 'applying' | 'closed' | 'ended'

/** Where a round's invitation to apply stands, by the phase of the round. */
export const standingIn: Readonly<Record<Phase, Standing>> = {
  draft: 'upcoming',
  upcoming: 'upcoming',
  applying: 'applying',
  matching: 'closed',
  introduced: 'closed',
  running: 'closed',
  ended: 'ended',
}

/** How many applied so far, by country. */
export type Counts = readonly { country: string; applications: number }[]

/** As much of the counts as anyone may know; nothing of what there is too little of. */
export type Snapshot = { applications: number; countries: number; named: string[] }

/**
 * What the public is told while people apply: in steps of five, so that nobody can read from two visits who came in
 * between, and no country of which there are fewer than five.
 */
export const snapshotOf = (counts: Counts): Snapshot => ({
  applications: inSteps(counts.reduce((sum, { applications }) => sum + applications, 0)),
  countries: inSteps(counts.length),
  named: counts
    .filter(({ applications }) => applications >= fewest)
    .toSorted((a, b) => inSteps(b.applications) - inSteps(a.applications) || (a.country < b.country ? -1 : 1))
    .slice(0, mostNamed)
    .map(({ country }) => country),
})

const mostNamed = 6

/** What a round came to: how many were introduced, from how many countries, in how many pairs and trios. */
export type Outcome = { people: number; countries: number; pairings: number }

/** As much of it as anyone may know; it would tell of one who left, or was erased, if it were exact. */
export const toldOutcome = ({ people, countries, pairings }: Outcome): Outcome => ({
  people: inSteps(people),
  countries: inSteps(countries),
  pairings: inSteps(pairings),
})
