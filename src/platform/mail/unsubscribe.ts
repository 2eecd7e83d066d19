import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Outside } from './outside.ts'

/** Who leaves what, as said by a link in a mail: a person or a subscriber, by their id. */
export type Leaving = { readerId: string; list: string }

const shape = /^([\w-]{22})\.([a-z][a-z-]*)\.([\w-]{43})$/

/**
 * The address that takes a reader off a list. The link is its own proof: nobody signs in, and nothing is stored.
 *
 * @param list for example `topics`
 */
export const unsubscribeLink = (app: Outside, readerId: string, list: string): string =>
  `${app.origin}/unsubscribe/${unsubscribeToken(app, { readerId, list })}`

export function unsubscribeToken(app: Outside, { readerId, list }: Leaving): string {
  const id = Buffer.from(readerId.replaceAll('-', ''), 'hex').toString('base64url')
  return `${id}.${list}.${proofOf(app, `${id}.${list}`).toString('base64url')}`
}

/** @returns null for a token that is not ours. */
export function readUnsubscribeToken(app: Outside, token: string): Leaving | null {
  const [, id, list, proof] = shape.exec(token) ?? []
  if (!id || !list || !proof) return null
  const given = Buffer.from(proof, 'base64url')
  const expected = proofOf(app, `${id}.${list}`)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  return { readerId: uuidOf(Buffer.from(id, 'base64url')), list }
}

const proofOf = (app: Outside, said: string) =>
  createHmac('sha256', app.config.secret).update(`unsubscribe ${said}`).digest()

const uuidOf = (bytes: Buffer) =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
