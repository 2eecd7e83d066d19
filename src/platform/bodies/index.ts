/** Bodies of requests: read only when someone asks, counted as they come, files to disk. */
import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { Context } from 'hono'
import { Refusal, TooLarge, Unacceptable } from '../refusals.ts'
import { bodyLimits } from './limits.ts'
import { type Entry, multipartEntries } from './multipart.ts'
import type { BodyRoom } from './room.ts'

export { bodyLimits, megabyte } from './limits.ts'
export { type BodyRoom, roomIn, sharedRoom } from './room.ts'

/**
 * The fields of a posted form, in their order.
 *
 * @throws Unacceptable `not-a-form` for what is none, or breaks off
 * @throws TooLarge `too-large`, `too-many-fields`
 * @throws Unavailable `too-busy`
 */
export async function entriesIn(c: Context): Promise<Entry[]> {
  const room: BodyRoom = c.get('bodyRoom')
  const type = c.req.header('Content-Type') ?? ''
  try {
    if (/^multipart\/form-data\b/i.test(type)) return await multipartEntries(bodyOf(c), type, room)
    if (/^application\/x-www-form-urlencoded\b/i.test(type)) return await urlEntries(bodyOf(c), room)
  } catch (error) {
    if (error instanceof Refusal) throw error
    c.var.app.log.debug({ err: error }, 'body_not_read')
  }
  throw new Unacceptable('not-a-form')
}

/** The socket's own stream where there is one: asking for the web's would make a whole request around it. */
function bodyOf(c: Context): Readable {
  const { incoming } = (c.env ?? {}) as { incoming?: IncomingMessage }
  if (incoming) return incoming
  return c.req.raw.body ? Readable.fromWeb(c.req.raw.body as ReadableStream) : Readable.from([])
}

async function urlEntries(body: Readable, room: BodyRoom): Promise<Entry[]> {
  const chunks: Buffer[] = []
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    room.take('memory', chunk.length)
    chunks.push(Buffer.from(chunk))
  }
  const entries = [...new URLSearchParams(Buffer.concat(chunks).toString('utf8'))]
  if (entries.length > bodyLimits.fields) throw new TooLarge('too-many-fields')
  return entries
}
