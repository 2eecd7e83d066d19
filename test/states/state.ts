import type { Phase } from '../../src/features/rounds/index.ts'
import type { Sentence } from './sentence.ts'
import type { Mail } from './sentences.ts'

/** What someone who is in one state with respect to a round reads. */
export type State = {
  /** How one comes to be in it. */
  comes: string
  /** What their own front page says, and says in no state that has none of it. */
  me: readonly Sentence[]
  /** What the page about their partner says, likewise. */
  partner: readonly Sentence[]
  /** Where the round is. */
  round: Phase
  /** Every email about the round so far. */
  emails: readonly Mail[]
}

/** Visitors are asked to sign in; nobody else learns whether there is an account. */
export const asksToSignIn = { me: [], partner: [] }
