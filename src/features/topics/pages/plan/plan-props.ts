import type { Frame } from '../../../../ui/index.ts'
import type { DeskPost, Treated } from '../../../posts/index.ts'
import type { Round } from '../../../rounds/index.ts'
import type { Place } from '../../schema.ts'

/** All that the plan of a season shows. */
export type PlanProps = {
  frame: Frame
  rounds: readonly Round[]
  round: Round
  posts: readonly DeskPost[]
  archive: readonly Treated[]
  voices: readonly { authorId: string; country: string | null; sector: string | null }[]
  now: Date
  mayWrite: boolean
  /** Where a post stood that was just moved; null for none. */
  moved: Place | null
}
