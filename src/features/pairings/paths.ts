import { withQuery } from '../../platform/paths.ts'
import { matchingPath, previewPath, rematchPath } from '../rounds/index.ts'

export const exportPath = (code: string) => `${matchingPath(code)}/pairings.csv`
export const runRematchPath = (code: string) => `${rematchPath(code)}/run`
export const rematchProgressPath = (code: string) => `${rematchPath(code)}/progress`
export const cancelRematchPath = (code: string) => `${rematchPath(code)}/cancel`
/** Gives places to those who have become ready since the release. */
export const acceptLatePath = (code: string) => `${rematchPath(code)}/accept`
/** The new pairs as they are proposed, and who still waits. */
export const newPairsPath = (code: string, page?: number) => withQuery(`${rematchPath(code)}/pairs`, { page })
/** A pairing that may be ended. @param id of the pairing */
export const partPath = (code: string, id: string) => `${rematchPath(code)}/pairings/${id}`
export const rejoinPath = (code: string, id: string) => `${partPath(code, id)}/rejoin`
/** Someone who waits. @param id of the application */
export const waitingPath = (code: string, id: string) => `${rematchPath(code)}/people/${id}`
export const leavePath = (code: string, id: string) => `${waitingPath(code, id)}/leave`
/** The mail that the release of the new pairs would send. @param id of the application */
export const previewRematchPath = (code: string, id: string) => `${waitingPath(code, id)}/mail`
export const releaseRematchPath = (code: string) => `${rematchPath(code)}/release`
/** What was released later. @param number of the scenario */
export const laterReleasePath = (code: string, number: number) => `${rematchPath(code)}/releases/${number}`
/** The same mail, laid out as a mail programme would show it. */
export const previewHtmlPath = (code: string, id: string) => `${previewPath(code, id)}.html`
/** The mails of a campaign on the mail desk. */
export const campaignMailsPath = (campaignId: string) => `/office/mail?campaign=${campaignId}#mails`
/** A participant's own page about their partner. */
export const partnerPath = '/me/partner'
/** Where somebody leaves a round that runs, of their own accord. */
export const leaveRoundPath = (code: string) => `/me/rounds/${code}/leave`
export const notePath = `${partnerPath}/pass-on`
