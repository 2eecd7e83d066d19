import { readToken, tokenFor } from '../../platform/signed.ts'
import type { Actor } from '../people/index.ts'

/** Read contributions and decide about them. */
export const mayEditContributions = (actor: Actor) => actor.roles.has('editor')

/** Let come out what its author does not answer about. */
export const mayWaiveAgreement = (actor: Actor) => actor.roles.has('director')

type Signing = Parameters<typeof tokenFor>[0]

/** What a form carries of a picture that came with it: whoever has it may send that picture, and see it. */
export const pictureToken = (app: Signing, id: string): string => tokenFor(app, 'contribution-picture', id)

/** What a button carries on the page of what is kept under an address: whoever has it may open the contribution. */
export const openingToken = (app: Signing, id: string): string => tokenFor(app, 'contribution-open', id)

/** @returns the id of the contribution; null for a token that is not ours */
export const readOpeningToken = (app: Signing, token: string): string | null =>
  readToken(app, 'contribution-open', token)

/** @returns the id of the picture; null for a token that is not ours */
export const readPictureToken = (app: Signing, token: string): string | null =>
  readToken(app, 'contribution-picture', token)
