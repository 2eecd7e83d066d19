import { againPath, matchingPath, previewPath } from '../rounds/index.ts'

export const exportPath = (code: string) => `${matchingPath(code)}/pairings.csv`
export const runAgainPath = (code: string) => `${againPath(code)}/run`
export const againProgressPath = (code: string) => `${againPath(code)}/progress`
export const cancelAgainPath = (code: string) => `${againPath(code)}/cancel`
/** The new pairs as they are proposed, and who still waits. */
export const newPairsPath = (code: string, page = 1) =>
  `${againPath(code)}/pairs${page === 1 ? '' : `?page=${page}`}`
/** A pairing that may be ended. @param id of the pairing */
export const partPath = (code: string, id: string) => `${againPath(code)}/pairings/${id}`
export const rejoinPath = (code: string, id: string) => `${partPath(code, id)}/rejoin`
/** Somebody who waits. @param id of the application */
export const waitingPath = (code: string, id: string) => `${againPath(code)}/people/${id}`
export const leavePath = (code: string, id: string) => `${waitingPath(code, id)}/leave`
/** The mail that the release of the new pairs would send. @param id of the application */
export const previewAgainPath = (code: string, id: string) => `${waitingPath(code, id)}/mail`
export const releaseAgainPath = (code: string) => `${againPath(code)}/release`
/** What was released later. @param number of the scenario */
export const laterReleasePath = (code: string, number: number) => `${againPath(code)}/releases/${number}`
/** The same mail, laid out as a mail programme would show it. */
export const previewHtmlPath = (code: string, id: string) => `${previewPath(code, id)}.html`
/** The mails of a campaign on the mail desk. */
export const campaignMailsPath = (campaignId: string) => `/office/mail?campaign=${campaignId}#mails`
/** A participant's own page about their partner. */
export const partnerPath = '/me/partner'
export const notePath = `${partnerPath}/pass-on`
