import { readToken, tokenFor } from '../../platform/signed.ts'
import type { Actor } from '../people/index.ts'

/** See what is said at the end of a round, and to how many. */
export const maySeeFarewells = (actor: Actor) => actor.roles.has('coordinator')

type Signing = Parameters<typeof tokenFor>[0]

/** What the link of a farewell holds: whoever has the email opens the page that it leads to. @param id of the application */
export const farewellToken = (app: Signing, id: string): string => tokenFor(app, 'farewell', id)

/** @returns the id of the application; null for a token that is not ours */
export const readFarewellToken = (app: Signing, token: string): string | null =>
  readToken(app, 'farewell', token)
