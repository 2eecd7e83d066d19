import type { Context } from 'hono'
import { NotFound } from '../../../platform/refusals.ts'
import type { Env } from '../../people/index.ts'
import { onSince } from '../queries/channels.ts'
import { activityType, type Json } from '../speaking/json.ts'

/** A document that changes seldom may be kept for a few minutes, as other servers do. */
export const forMinutes = { 'Cache-Control': 'public, max-age=300', Vary: 'Accept' }

export const sendJson = (c: Context<Env>, json: Json, status: 200 | 410 = 200) =>
  c.body(JSON.stringify(json), status, { ...forMinutes, 'Content-Type': activityType })

/** Whether a person asks, with a browser, and not a server. */
export function isReader(c: Context<Env>): boolean {
  const accepts = c.req.header('Accept') ?? ''
  return accepts.includes('text/html') && !/application\/(activity|ld)\+json/.test(accepts)
}

/** @throws NotFound `no-such-channel` while it is turned off */
export async function refuseWhileOff(c: Context<Env>): Promise<void> {
  if ((await onSince(c.var.app.db)) === null) throw new NotFound('no-such-channel')
}
