/** Someone who asks for a place, as far as the cap looks at them. */
export type Candidate = {
  id: string
  country: string
  submittedAt: Date
  /** A place that was promised stays. */
  isAccepted: boolean
  /** Was told in an earlier round to wait, and that the next one is theirs first. */
  hasWaited: boolean
}

export type CountryShare = {
  country: string
  /** How many ask for a place, the accepted included. */
  asking: number
  accepted: number
  waiting: number
}

export type CapOutcome = {
  percent: number
  accepted: string[]
  waiting: string[]
  /** Most that one country may have among so many accepted. */
  most: number
  /** Largest first. */
  countries: CountryShare[]
}

/**
 * Who is accepted when no country may have more than a percentage of all accepted: those who have waited before, then first
 * come first accepted.
 *
 * Each country gets the largest number of places such that it has at most `percent` of all places given, rounded down.
 * Turning someone away makes the whole smaller, and so the limit of every country; there is one largest solution, and
 * this is it. One person is never too many of a country, and nobody who was accepted before is turned away.
 *
 * @param percent from 1 to 100
 * @returns ids, in the order in which they came; at the same instant, by id
 * @source programme handbook, "Country cap": at most 20 % of a round, first come first accepted
 */
export function applyCap(candidates: readonly Candidate[], percent: number): CapOutcome {
  const inOrder = [...candidates].sort(
    (a, b) => a.submittedAt.getTime() - b.submittedAt.getTime() || (a.id < b.id ? -1 : 1),
  )
  const countries = [...Map.groupBy(inOrder, (candidate) => candidate.country)].map(([country, asking]) => ({
    country,
    asking,
    promised: asking.filter((candidate) => candidate.isAccepted).length,
  }))
  const most = largestLimit(
    countries.map(({ asking, promised }) => ({ asking: asking.length, promised })),
    percent,
  )
  const accepted = new Set(
    countries.flatMap(({ asking, promised }) => firstOf(asking, Math.max(most, promised))),
  )
  return {
    percent,
    accepted: inOrder.filter(({ id }) => accepted.has(id)).map(({ id }) => id),
    waiting: inOrder.filter(({ id }) => !accepted.has(id)).map(({ id }) => id),
    most,
    countries: countries.map(({ country, asking }) => shareOf(country, asking, accepted)).sort(largestFirst),
  }
}

/** What a percentage would mean, in numbers. */
export type CapEffect = { percent: number; accepted: number; waiting: number; capped: number }

/** How many each of several percentages would accept, as `applyCap` does it; `capped`: countries of which someone waits. */
export function effectsOf(candidates: readonly Candidate[], percents: readonly number[]): CapEffect[] {
  const countries = [...Map.groupBy(candidates, ({ country }) => country).values()].map((asking) => ({
    asking: asking.length,
    promised: asking.filter(({ isAccepted }) => isAccepted).length,
  }))
  return percents.map((percent) => {
    const most = largestLimit(countries, percent)
    const waiting = countries.map(({ asking, promised }) => asking - placesIn({ asking, promised }, most))
    const waits = waiting.reduce((sum, each) => sum + each, 0)
    return {
      percent,
      accepted: candidates.length - waits,
      waiting: waits,
      capped: waiting.filter((each) => each > 0).length,
    }
  })
}

const placesIn = ({ asking, promised }: { asking: number; promised: number }, most: number) =>
  Math.min(asking, Math.max(most, promised))

/** Most that one country may have of so many places; one person is never too many. */
export const placesForOne = (places: number, percent: number): number =>
  Math.max(1, Math.floor((places * percent) / 100))

/** Falls from "everyone" until it holds: each step can only lower it, so where it stops is the largest that holds. */
function largestLimit(countries: readonly { asking: number; promised: number }[], percent: number): number {
  const placesWith = (most: number) => countries.reduce((sum, country) => sum + placesIn(country, most), 0)
  const limitOf = (places: number) => placesForOne(places, percent)
  let most = limitOf(countries.reduce((sum, { asking }) => sum + asking, 0))
  for (let next = limitOf(placesWith(most)); next < most; next = limitOf(placesWith(most))) most = next
  return most
}

/** Promised places first, then those who have waited, each in the order in which they came. */
const firstOf = (asking: readonly Candidate[], places: number) =>
  asking
    .toSorted(
      (a, b) => Number(b.isAccepted) - Number(a.isAccepted) || Number(b.hasWaited) - Number(a.hasWaited),
    )
    .slice(0, places)
    .map(({ id }) => id)

function shareOf(country: string, asking: readonly Candidate[], accepted: ReadonlySet<string>): CountryShare {
  const count = asking.filter(({ id }) => accepted.has(id)).length
  return { country, asking: asking.length, accepted: count, waiting: asking.length - count }
}

const largestFirst = (a: CountryShare, b: CountryShare) =>
  b.asking - a.asking || (a.country < b.country ? -1 : 1)

/** How the places stand as they were given: nobody is moved. @param answered those who have a place, or wait */
export function asAnswered(answered: readonly Candidate[], percent: number): CapOutcome {
  const [accepted, waiting] = [true, false].map((has) =>
    answered.filter(({ isAccepted }) => isAccepted === has).map(({ id }) => id),
  ) as [string[], string[]]
  const inside = new Set(accepted)
  return {
    percent,
    accepted,
    waiting,
    most: placesForOne(accepted.length, percent),
    countries: [...Map.groupBy(answered, ({ country }) => country)]
      .map(([country, asking]) => shareOf(country, asking, inside))
      .sort(largestFirst),
  }
}

/** The smallest percentage at which nobody has to wait, or null when it does not matter: nobody asks. */
export function percentForAll(candidates: readonly Candidate[]): number | null {
  if (candidates.length === 0) return null
  const largest = Math.max(
    ...[...Map.groupBy(candidates, ({ country }) => country).values()].map((asking) => asking.length),
  )
  return Math.ceil((largest * 100) / candidates.length)
}
