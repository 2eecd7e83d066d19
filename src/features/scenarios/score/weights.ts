import type { Wishable } from './applicant.ts'

/** What is good for a pair without anyone asking for it. */
const circumstances = ['hours', 'languages', 'region', 'experience'] as const
export type Circumstance = (typeof circumstances)[number]

/**
 * How much each thing counts. All numbers are whole and not negative; only proportions matter within
 * `wishes` and within `circumstances`.
 */
export type Weights = {
  /** Percent of a directed score that hangs on the person's own wishes; the rest on circumstances. */
  wishesShare: number
  /** Split among the wishes a person really stated: one wish alone carries the whole share. */
  wishes: Readonly<Record<Wishable, number>>
  circumstances: Readonly<Record<Circumstance, number>>
  /** Percent of their own weights that the questions of the round have, beside circumstances; left out for all of it. */
  questions?: number
  /** Percent of a pair's score that comes from the less satisfied of the two: 50 is a plain mean. */
  lessSatisfiedShare: number
  /** Minutes awake together from which more brings nothing. */
  enoughMinutes: number
}

/** How much the questions of a round count where nobody has said anything else. */
export const usualQuestions = 100

/**
 * Wishes lead, because the programme promises to honour a wish for difference as much as one for
 * likeness; interests come first since partners talk about them from the first week. Hours count
 * little: partners of earlier rounds bridged them by e-mail. A pair's score leans to the less
 * satisfied: three quarters of the lower and one quarter of the higher is the mean less a quarter of
 * the difference.
 *
 * @source docs/decisions/0008-pairing-scores.md
 */
export const defaultWeights: Weights = {
  wishesShare: 75,
  wishes: { interests: 40, sector: 35, stage: 25 },
  circumstances: { hours: 60, languages: 15, region: 15, experience: 10 },
  lessSatisfiedShare: 75,
  enoughMinutes: 4 * 60,
}
