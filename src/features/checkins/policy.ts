import { idIn, inShort, isSigned, signed } from '../../platform/signed.ts'
import type { Actor } from '../people/index.ts'

/** See how the pairs of a running round get on, and do something about it. */
export const mayWatchRounds = (actor: Actor) => actor.roles.has('coordinator')

/** Take the list of a running round out of the house. */
export const mayExportStandings = (actor: Actor) => actor.roles.has('coordinator')

const shape = /^([\w-]{22})\.([\w-]{43})$/

type Signing = Parameters<typeof signed>[0]

/** What the links of a check-in's email hold: whoever has the email may answer it. */
export const checkInToken = (app: Signing, id: string): string =>
  `${inShort(id)}.${signed(app, 'check-in', inShort(id))}`

/** @returns the id of the check-in; null for a token that is not ours */
export function readCheckInToken(app: Signing, token: string): string | null {
  const [, id, proof] = shape.exec(token) ?? []
  return id && proof && isSigned(app, 'check-in', id, proof) ? idIn(id) : null
}
