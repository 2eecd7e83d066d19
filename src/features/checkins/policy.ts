import { readToken, tokenFor } from '../../platform/signed.ts'
import type { Actor } from '../people/index.ts'

/** See how the pairs of a running round get on, and do something about it. */
export const mayWatchRounds = (actor: Actor) => actor.roles.has('coordinator')

/** Take the list of a running round out of the house. */
export const mayExportStandings = (actor: Actor) => actor.roles.has('coordinator')

type Signing = Parameters<typeof tokenFor>[0]

/** What the links of a check-in's email hold: whoever has the email may answer it. */
export const checkInToken = (app: Signing, id: string): string => tokenFor(app, 'check-in', id)

/** @returns the id of the check-in; null for a token that is not ours */
export const readCheckInToken = (app: Signing, token: string): string | null =>
  readToken(app, 'check-in', token)
