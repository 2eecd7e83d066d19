import { readToken, tokenFor } from '../../platform/signed.ts'
import type { Actor } from '../people/index.ts'

/** Ask a pair whether they would be three with somebody who waits. */
export const mayOfferTrios = (actor: Actor) => actor.roles.has('coordinator')

type Signing = Parameters<typeof tokenFor>[0]

/** What the link of the email holds: whoever has it may answer for whom it was sent to. @param id of one who is asked */
export const trioToken = (app: Signing, id: string): string => tokenFor(app, 'trio', id)

/** @returns the id of the one who is asked; null for a token that is not ours */
export const readTrioToken = (app: Signing, token: string): string | null => readToken(app, 'trio', token)
