import type { FormState } from '../../../../platform/forms.ts'
import type { Frame, Link } from '../../../../ui/index.ts'
import type { Finding } from '../../checklist.ts'
import type { PostAct } from '../../course.ts'
import type { DeskPost, ListedRevision } from '../../queries/desk.ts'
import type { PostNote } from '../../queries/notes.ts'
import type { Treated } from '../../queries/plan.ts'
import type { Somebody } from './propose.tsx'

/** All that the page of a post on its way shows. */
export type PostPageProps = {
  frame: Frame
  origin: string
  post: DeskPost
  now: Date
  actorId: string | null
  /** What this actor can do with it now. */
  acts: readonly PostAct[]
  editors: readonly Somebody[]
  notes: readonly PostNote[]
  revisions: readonly ListedRevision[]
  findings: readonly Finding[]
  /** The same in other languages, public or not. */
  translations: readonly DeskPost[]
  /** Languages in which the network is read. */
  locales: readonly string[]
  /** Whether something is missing without which it does not come out. */
  hinders: boolean
  form: FormState
  mayWork: boolean
  /** What came out about the same before, for one that is not public yet. */
  earlier: readonly Treated[]
  /** The page by which it comes out, where that is not this one. */
  release: Link | undefined
}
