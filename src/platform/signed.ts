import { createHmac } from 'node:crypto'
import { areEqual } from './equal.ts'

/** As much of the app as signing needs. */
type Signing = { config: { secret: string } }

/** The proof that we said something, for an address that opens something without signing in; nothing is stored. */
export const signed = (app: Signing, purpose: string, said: string): string =>
  proofOf(app, purpose, said).toString('base64url')

/** Whether we gave this proof, for this purpose, of what is said. */
export function isSigned(app: Signing, purpose: string, said: string, proof: string): boolean {
  return areEqual(Buffer.from(proof, 'base64url'), proofOf(app, purpose, said))
}

const proofOf = (app: Signing, purpose: string, said: string): Buffer =>
  createHmac('sha256', app.config.secret).update(`${purpose} ${said}`).digest()

/** An id in 22 letters, for an address. */
export const inShort = (id: string): string =>
  Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')

/** The id that such letters stand for. */
export const idIn = (short: string): string =>
  Buffer.from(short, 'base64url')
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** What a link holds that opens one thing to whoever has it: which thing, and the proof that we said so. */
export const tokenFor = (app: Signing, purpose: string, id: string): string =>
  `${inShort(id)}.${signed(app, purpose, inShort(id))}`

const tokenShape = /^([\w-]{22})\.([\w-]{43})$/

/** @returns the id; null for a token that is not ours, or was made for another purpose */
export function readToken(app: Signing, purpose: string, token: string): string | null {
  const [, id, proof] = tokenShape.exec(token) ?? []
  return id && proof && isSigned(app, purpose, id, proof) ? idIn(id) : null
}
