import type { MiddlewareHandler } from 'hono'
import type { Actor } from '../features/people/index.ts'
import { type Env, type Feature, mayEnterOffice } from '../features/people/index.ts'
import { NoRoom } from '../platform/refusals.ts'
import { platformWords } from '../platform/say.ts'
import type { Space } from '../platform/space.ts'
import { inMegabytes, type Room } from '../platform/space.ts'

const withoutBody = new Set(['GET', 'HEAD'])

/**
 * While room on the disk is short, turns away what would be written, and lets pages be read. Addresses of which a feature
 * says so stay open until nothing can be written at all. Where the database is on another disk, only files are turned away.
 *
 * @source docs/decisions/0029-room-on-the-disk.md
 */
export const roomGuard =
  (features: readonly Feature[]): MiddlewareHandler<Env> =>
  async ({ req, var: { app } }, next) => {
    if (withoutBody.has(req.method) || mayWrite(app.space, req.header('Content-Type'))) return next()
    const { level } = await app.space.look()
    const isOpen = level === 'short' && features.some(({ staysOpen }) => staysOpen?.test(req.path))
    if (level !== 'enough' && !isOpen) throw new NoRoom('no-room')
    await next()
  }

const mayWrite = (space: Space, type = '') => !space.holdsDatabase && !/^multipart\//i.test(type)

/** What pages say at their top while nothing can be saved: to everyone what it means, to the office what to do. */
export function haltOf(space: Space, { level, ...room }: Room, actor: Actor): string | undefined {
  if (level === 'enough' || !space.holdsDatabase) return undefined
  const t = platformWords(actor.locale)
  if (!mayEnterOffice(actor)) return t(level === 'short' ? 'frame.no-room' : 'frame.no-room-at-all')
  return t(level === 'short' ? 'frame.no-room.office' : 'frame.no-room-at-all.office', inMegabytes(room))
}
