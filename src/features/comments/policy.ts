import { idIn, inShort, isSigned, readToken, signed, tokenFor } from '../../platform/signed.ts'
import type { Actor } from '../people/index.ts'

/** Decide which comments appear, and how the network takes them. */
export const mayModerate = (actor: Actor) => actor.roles.has('editor')

type Signing = Parameters<typeof tokenFor>[0]

/** What the address of a sender's own page holds: whoever has it may change the comment, as long as it may be changed. */
export const ownToken = (app: Signing, id: string): string => tokenFor(app, 'comment-own', id)

/** @returns the id of the comment; null for a token that is not ours */
export const readOwnToken = (app: Signing, token: string): string | null =>
  readToken(app, 'comment-own', token)

/** What the email to the address of a comment holds: whoever has it reads the mail of that address. */
export const mineToken = (app: Signing, id: string): string => tokenFor(app, 'comment-mine', id)

/** @returns the id of the comment; null for a token that is not ours */
export const readMineToken = (app: Signing, token: string): string | null =>
  readToken(app, 'comment-mine', token)

/** What an editor's email holds: which comment, and who decides. */
type Deciding = { commentId: string; personId: string }

export function decidingToken(app: Signing, { commentId, personId }: Deciding): string {
  const said = `${inShort(commentId)}.${inShort(personId)}`
  return `${said}.${signed(app, 'comment-decide', said)}`
}

const shape = /^([\w-]{22})\.([\w-]{22})\.([\w-]{43})$/

/** @returns null for a token that is not ours */
export function readDecidingToken(app: Signing, token: string): Deciding | null {
  const [, comment, person, proof] = shape.exec(token) ?? []
  if (!comment || !person || !proof) return null
  if (!isSigned(app, 'comment-decide', `${comment}.${person}`, proof)) return null
  return { commentId: idIn(comment), personId: idIn(person) }
}
