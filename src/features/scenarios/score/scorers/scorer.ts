import type { Criterion } from '../answers.ts'
import type { Applicant, Wishable } from '../applicant.ts'
import type { Circumstance, Weights } from '../weights.ts'
import type { Fit } from '../wishes.ts'

/** What one person's directed score is made of; null where there is nothing to meet. */
export type Fits = { wishes: Record<Wishable, Fit>; circumstances: Record<Circumstance, Fit> }

/** How well each suits each other, by position in the list of applicants. */
export type Scores = {
  /** How well `b` suits `a`: 0 to 10,000, whole, pure; also where a hard rule stands between them. */
  directed(a: number, b: number): number
  fits(a: number, b: number): Fits
  /** What can be told of people without looking at each two of them. */
  kinds(): Kinds
}

/** People sorted into kinds, so that most pairs of a large round can be ruled out without being looked at. */
export type Kinds = {
  /** By position. */
  kindOf: Int32Array
  /**
   * How well anyone of one kind can be suited by anyone of another with so many shared interests, 0 to 10,000;
   * never less for more interests.
   */
  most(own: number, other: number, shared: number): number
}

/**
 * Makes everything ready to score any two of these people quickly. A scorer knows nothing of hard rules: they
 * hold under each.
 *
 * @param day `YYYY-MM-DD`: hours awake together are those of this day
 */
export type Scorer = (input: ScorerInput) => Scores

export type ScorerInput = {
  applicants: readonly Applicant[]
  weights: Weights
  day: string
  /** Questions of the round whose answers count. */
  criteria: readonly Criterion[]
}
