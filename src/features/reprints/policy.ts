import { readToken, tokenFor } from '../../platform/signed.ts'
import type { Actor } from '../people/index.ts'

/** Ask authors for leave to reprint, and say where it appeared. */
export const mayHandleReprints = (actor: Actor) => actor.roles.has('editor')

type Signing = Parameters<typeof tokenFor>[0]

/** What an email holds that asks an author: whoever has it may answer. Nothing of it is stored. */
export const answerKey = (app: Signing, answerId: string): string => tokenFor(app, 'reprint-answer', answerId)

/** @returns the id of the answer; null for a key that is not ours */
export const readAnswerKey = (app: Signing, key: string): string | null =>
  readToken(app, 'reprint-answer', key)
