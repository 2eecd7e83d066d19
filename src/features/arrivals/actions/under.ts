import type { App } from '../../../platform/app.ts'
import type { Actor } from '../../people/index.ts'
import type { ArrivalKind } from '../arrival.ts'
import type { Mapping } from '../mapping.ts'
import type { signersOf } from '../queries/known.ts'
import type { Blog, filesIn } from '../reading/blog.ts'

/** All that is known while things come in one after the other. */
export type Under = {
  app: App
  actor: Actor
  arrivalId: string | null
  kind: ArrivalKind
  /** By which things are known again when they come once more. */
  site: string
  blog: Blog
  mapping: Mapping
  files: ReturnType<typeof filesIn>
  media: string | null
  rounds: ReadonlyMap<string, string>
  signers: Awaited<ReturnType<typeof signersOf>>
  erased: ReadonlySet<string>
  /** Pictures of ours by the number of their file; grows as files come in. */
  pictures: Map<string, string>
}
