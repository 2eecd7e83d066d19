import type { Verdict } from '../inbound/verdict.ts'
import type { Lane } from '../outbox/lanes.ts'

/** A mail, ready for the wire. */
export type Parcel = {
  id: string
  /** Addresses on the envelope. */
  from: string
  to: string
  bytes: Buffer
  /** What proves a report about this mail; null where nobody reads any. */
  envelopeId: string | null
}

/** What the other side made of a mail. */
export type Answer =
  | { is: 'taken' }
  /** For good. `verdict`: what that says of the address; null when it was about the mail. */
  | { is: 'refused'; words: string; verdict: Verdict | null }
  /** Not now. */
  | { is: 'later'; words: string }
  /** It never got the mail: nobody there, or no agreement on how to talk. */
  | { is: 'unreachable'; words: string }
  /** It got the mail, and went away before it said what it did with it. */
  | { is: 'unanswered'; words: string }

/** A way out of the house. */
export type Transport = {
  /** Handing the same mail over twice leaves one. */
  isIdempotent: boolean
  /** What is handed over leaves nobody's machine: it is shown on a page of ours. */
  staysHere: boolean
  /** How many mails of a lane one worker may have under way at once. */
  width: Record<Lane, number>
  /** Hands over one mail. Never throws for what the world does. */
  deliver(parcel: Parcel): Promise<Answer>
  close(): Promise<void>
}
