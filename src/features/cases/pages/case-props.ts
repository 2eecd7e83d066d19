import type { Frame } from '../../../ui/index.ts'
import type { OpenTrio } from '../../trios/index.ts'
import type { CaseEvent } from '../queries/one.ts'
import type { CaseLine } from '../queries/queue.ts'
import type { Volunteer } from '../queries/volunteers.ts'

/** A form of the page that came back: which, what was typed, and what is wrong by the name of the field. */
export type Again = {
  form: 'note' | 'wait' | 'assign' | 'close'
  typed: Record<string, string>
  errors: Record<string, string>
}

export type CaseProps = {
  frame: Frame
  zone: string
  now: Date
  /** Whoever looks at it. */
  actorId: string | null
  one: CaseLine
  events: readonly CaseEvent[]
  /** Pairs that are asked now whether they take in one of them. */
  trios: readonly OpenTrio[]
  /** Everyone who may have it. */
  volunteers: readonly Volunteer[]
  again?: Again
}
