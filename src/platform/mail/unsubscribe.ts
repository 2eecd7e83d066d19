import { idIn, inShort, isSigned, signed } from '../signed.ts'
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
  const said = `${inShort(readerId)}.${list}`
  return `${said}.${signed(app, 'unsubscribe', said)}`
}

/** @returns null for a token that is not ours. */
export function readUnsubscribeToken(app: Outside, token: string): Leaving | null {
  const [, id, list, proof] = shape.exec(token) ?? []
  if (!id || !list || !proof) return null
  return isSigned(app, 'unsubscribe', `${id}.${list}`, proof) ? { readerId: idIn(id), list } : null
}
