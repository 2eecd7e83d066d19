import type { App } from '../../../platform/app.ts'
import type { Folder } from './folder.ts'
import type { Findable } from './found.ts'
import type { Spool } from './spool.ts'
import type { Ask, Walked } from './walk.ts'

/** A site that answers without a server, and the address of the script that a copy's pages run. */
export type Site = { ask: Ask; script: string; close(): Promise<void> }

/** What a copy is made of. */
export type Copy = {
  app: App
  site: Site
  folder: Folder
  walked: Walked
  spool: Spool
  /** The network's own language first. */
  locales: readonly [string, ...string[]]
  /** `YYYY-MM-DD`. */
  today: string
  /** Of the posts by language, newest first. */
  posts: Map<string, Findable[]>
}
