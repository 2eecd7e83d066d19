/** What someone who is in one state with respect to a round reads, in English. */
export type State = {
  /** How one comes to be in it. */
  comes: string
  /** Sentences of the page about one's partner that are true of this state, and of no other that has none of them. */
  partner: readonly string[]
  /** What the public page of the round says of where it stands. */
  round: string
  /** Every email about the round so far: its subject, and the sentence that tells the state. */
  emails: readonly (readonly [subject: string, says: string])[]
}

/** Anyone who is not signed in is asked to; nobody else learns whether there is an account. */
export const asksToSignIn = ['asks to sign in']
