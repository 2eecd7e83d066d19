import { mePath } from '../people/index.ts'
import { trioPath } from '../rounds/index.ts'

/** Asking the pair, and taking it back, on the page of whoever waits. @param id of their application */
export const askTrioPath = (code: string, id: string) => `${trioPath(code, id)}/ask`
export const withdrawTrioPath = (code: string, id: string) => `${trioPath(code, id)}/withdraw`

/** The question, for whoever has its email. @param token as of `trioToken` */
export const emailedTrioPath = (token: string) => `/trio/${token}`
/** The same for whom it asks, signed in. */
export const ownTrioPath = (id: string) => `${mePath}/trio/${id}`
/** @param base one of the two above */
export const answerTrioPath = (base: string) => `${base}/answer`
