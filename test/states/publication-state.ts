import type { Sentence } from './sentence.ts'
import type { Mail } from './sentences.ts'

/** What someone who has to do with the publication reads, most often without an account. */
export type PublicationState = {
  /** How one comes to be in it. */
  comes: string
  /** What the page says to which their emails lead; none where none does. */
  own?: readonly Sentence[]
  /** What the page of the post says of it to everyone, and of no state that has none of it. */
  post?: readonly Sentence[]
  /** How it stands on the page of what is kept under their address; none where no link to one is sent. */
  kept?: readonly Sentence[]
  /** Every email so far, but for those that were asked for at `/your-data`. */
  emails?: readonly Mail[]
}
