import type { Ours } from './folder.ts'
import type { Grounds, Statements } from './grounds.ts'
import type { Begin, Met } from './met.ts'
import type { Plan } from './plan.ts'

/** What the hand of another process is asked for, in its own words. */
export type AskedOfHand =
  | {
      what: 'begin'
      begin: Begin
      at: Date
      path: string
      aside: string
      ours: Ours
      name: string
      statements: Statements
    }
  | { what: 'visit'; address: string; former: Grounds | null }
  | { what: 'write'; plan: Plan }

/** What one visit met: at an address and, of its own, the files below it. `grounds`: what all of it was drawn of. */
export type Visit = { met: Met[]; grounds: Grounds | null }

/** What came of a visit; null where all is as it was, by the grounds of the last one. */
export type Visited = Visit | null

/** Another process, which answers as `answersOfHand` does. */
export type Beside = { ask(asked: AskedOfHand): Promise<unknown> }
