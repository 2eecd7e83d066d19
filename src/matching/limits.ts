/** What a plan may take. */
export type Limits = {
  /** Possible pairs of people who are not pinned; `MOST_PAIRS` when left out. */
  pairs?: number
}

/**
 * Every pair of 6,000 people. Such a plan takes 0.9 to 1.4 GB and 7 to 14 seconds, up to 80 bytes a pair; for
 * more people there is `solveCrowd`.
 */
export const MOST_PAIRS = 18_000_000

/** More possible pairs than may be held. Said before anything is held. */
export class TooLarge extends Error {
  readonly people: number
  readonly pairs: number
  readonly allowed: number

  constructor({ people, pairs, allowed }: { people: number; pairs: number; allowed: number }) {
    super(`${people} people have ${pairs} possible pairs, and ${allowed} are allowed`)
    this.name = 'TooLarge'
    this.people = people
    this.pairs = pairs
    this.allowed = allowed
  }
}

/** The work ended because its `onProgress` answered `false`. */
export class Stopped extends Error {
  constructor() {
    super('stopped before there was a plan')
    this.name = 'Stopped'
  }
}
