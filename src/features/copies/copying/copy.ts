import type { Question } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import type { Beside } from './beside.ts'
import type { Folder } from './folder.ts'
import type { Findable } from './found.ts'
import type { Gathering } from './grounds.ts'
import type { Ask } from './met.ts'
import type { Walked } from './walk.ts'

/** A site that answers without a server. */
export type Site = {
  ask: Ask
  /** From now on, it answers with what there is now, as of an instant, and goes on to do so whatever changes. */
  begin(at: Date): void
  /** The same for one visit, of which it is gathered what its answers are drawn of. */
  visit(gathered: Gathering): Ask
  /** Of what the database says now. */
  digestOf(question: Question): Promise<string>
  /** Of what it draws besides: another value for another program, or other settings of this machine. */
  state: string
  /** The address of the script that a copy's pages run. */
  script: string
  /** Of the one that the living site's pages run. */
  ownScript: string
  /** Other processes, each with the same site, that draw a share of its pages. */
  beside: readonly Beside[]
  close(): Promise<void>
}

/** What a copy is made of. */
export type Copy = {
  app: App
  site: Site
  folder: Folder
  walked: Walked
  /** The network's own language first. */
  locales: readonly [string, ...string[]]
  /** Of the posts by language, newest first. */
  posts: Map<string, Findable[]>
}
