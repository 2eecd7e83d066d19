import type { Ours } from './folder.ts'
import type { Begin } from './met.ts'
import type { Plan } from './plan.ts'

/** What the hand of another process is asked for, in its own words. */
export type AskedOfHand =
  | { what: 'begin'; begin: Begin; at: Date; path: string; aside: string; ours: Ours; name: string }
  | { what: 'meet'; address: string }
  | { what: 'write'; plan: Plan }

/** Another process, which answers as `answersOfHand` does. */
export type Beside = { ask(asked: AskedOfHand): Promise<unknown> }
