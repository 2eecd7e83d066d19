import type { MiddlewareHandler } from 'hono'
import type { Env, Feature } from '../features/people/index.ts'
import type { App } from '../platform/app.ts'
import { bodyLimits, megabyte, roomIn, sharedRoom } from '../platform/bodies/index.ts'
import { TooLarge } from '../platform/refusals.ts'

const withoutBody = new Set(['GET', 'HEAD'])

/**
 * Gives each request its room for what it sends. Nothing is read here: a handler that reads has asked first who may. A
 * megabyte is enough for any form; a feature that takes files says how large they may be, and where.
 */
export function bodyRooms(app: App, features: readonly Feature[]): MiddlewareHandler<Env> {
  const shared = sharedRoom(app.config.bodyBytes, app.config.dataDir)
  const larger = features.flatMap(({ largestBody }) => largestBody ?? [])
  const mostFor = (path: string) => {
    const megabytes = larger.find(({ at }) => at.test(path))?.megabytes
    return megabytes ? megabytes * megabyte : bodyLimits.bytes
  }
  return async (c, next) => {
    if (withoutBody.has(c.req.method)) return next()
    const most = mostFor(c.req.path)
    if (Number(c.req.header('Content-Length') ?? 0) > most) throw new TooLarge('too-large')
    const room = roomIn(shared, most)
    c.set('bodyRoom', room)
    try {
      await next()
    } finally {
      await room.leave()
    }
  }
}
