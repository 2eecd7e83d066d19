import { withQuery } from '../../platform/paths.ts'
import { mePath } from '../people/index.ts'
import { officeRoundPath } from '../rounds/index.ts'

/** Where anyone types the code of a certificate. */
export const checkPath = '/certificates'
export const certificatePath = (code: string) => `${checkPath}/${code}`
export const pdfPath = (code: string) => `${certificatePath(code)}/certificate.pdf`

/** One's own, for whoever has the email. @param token as of `certificateToken` */
export const emailedPath = (token: string) => `/my-certificate/${token}`
/** The same for whose it is, signed in. */
export const ownPath = (code: string) => `${mePath}/rounds/${code}/certificate`
/** @param base one of the two above */
export const askPath = (base: string) => `${base}/ask`
export const badgePath = (base: string) => `${base}/badge.json`

/** The certificates of a round. */
export const officePath = (code: string, page?: number) =>
  withQuery(`${officeRoundPath(code)}/certificates`, { page })
export const rulePath = (code: string) => `${officeRoundPath(code)}/certificates/rule`
export const remindPath = (code: string) => `${officeRoundPath(code)}/certificates/remind`
export const withdrawPath = (code: string, id: string) =>
  `${officeRoundPath(code)}/certificates/${id}/withdraw`

/** Who signs, and what was withdrawn. */
export const didPath = '/.well-known/did.json'
export const statusPath = (number: number | string) => `/credentials/status/${number}`
