import type { FormField, FormState } from '../../../../platform/forms.ts'
import type { Frame } from '../../../../ui/index.ts'
import type { Round } from '../../../rounds/index.ts'
import type { Rule } from '../../contribution.ts'
import type { Contribution, Word } from '../../queries/contributions.ts'
import type { ShownPicture } from '../fields.tsx'

/** All that the page of a contribution shows. */
export type ContributionProps = {
  frame: Frame
  contribution: Contribution
  words: readonly Word[]
  picture: ShownPicture | null
  rule: Rule
  form: FormState
  now: Date
  actor: { id: string | null; zone: string }
  /** Whether they may let it come out without an answer of its author. */
  mayWaive: boolean
  /** Rounds in whose plan it may have a place. */
  rounds: readonly Round[]
  editors: readonly { id: string; name: string }[]
}

/** The fields of all forms on the page of a contribution, each under a name of its own. */
export const fieldNames = [
  'place',
  'acceptWord',
  'askWord',
  'declineWord',
  'owner',
  'note',
  'because',
] as const
export type OfficeField = (typeof fieldNames)[number]
export type WithFields = ContributionProps & { field(name: OfficeField): FormField }
