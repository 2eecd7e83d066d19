import { Hono, type MiddlewareHandler } from 'hono'
import type { App } from '../../platform/app.ts'
import type { BodyRoom } from '../../platform/bodies/index.ts'
import type { Holds } from '../../platform/caching.ts'
import type { Network } from '../../platform/network/index.ts'
import type { PublicVersions } from '../../platform/public-version.ts'
import type { Room } from '../../platform/space.ts'
import type { Frame } from '../../ui/index.ts'
import type { Actor } from './actor.ts'
import type { Contributions } from './contributions.ts'

/** What the shell hands to each handler as `c.var`. */
export type Variables = {
  app: App
  actor: Actor
  /** The network as it is now. */
  network: Network
  /** What everyone may see, as it stood before any of this answer was read. */
  publicVersions: PublicVersions
  /** What all features contribute to pages that gather it. */
  features: readonly (Contributions & { name: string })[]
  /** What the page shows around its own content. */
  frame: Frame
  /** Short number of the request, which logs and error pages quote. */
  requestId: string
  /** What the request may send; none for those that send nothing. */
  bodyRoom: BodyRoom
  /** Whether this answer may be sent again to all who ask so; none for one of which nobody can tell. */
  holds?: Holds
  /** The text of this page, left to be compressed: to read it back out of the answer costs more. */
  text?: string
  /** How much room there is on the disk; not known where a request failed before anyone was recognised. */
  room?: Room
}

export type Env = { Variables: Variables }

/** Before the routes of a page on which texts are written: it brings the editor along, and may read what is pasted. */
export const forWriting: MiddlewareHandler<Env> = async (c, next) => {
  c.set('frame', { ...c.var.frame, isForWriting: true })
  await next()
}

/** A feature's addresses, typed. */
export const router = () => new Hono<Env>()
