import { readToken, tokenFor } from '../../platform/signed.ts'
import type { Actor } from '../people/index.ts'

/** Say who gets a certificate of a round, see them, remind, and withdraw one. */
export const mayRunCertificates = (actor: Actor) => actor.roles.has('coordinator')

/** Change the keys that sign. */
export const mayChangeKeys = (actor: Actor) => actor.roles.has('director')

type Signing = Parameters<typeof tokenFor>[0]

/** What the link in an email holds: whoever has it says how the name is written. @param id of the application */
export const certificateToken = (app: Signing, id: string): string => tokenFor(app, 'certificate', id)

/** @returns the id of the application; null for a token that is not ours */
export const readCertificateToken = (app: Signing, token: string): string | null =>
  readToken(app, 'certificate', token)
