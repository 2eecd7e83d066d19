import { nextCallPath, officeRoundPath } from '../rounds/index.ts'

export const askPath = `${nextCallPath}/ask`
export const askedPath = `${nextCallPath}/asked`

/** The link that was emailed. */
export const confirmPath = (secret: string) => `${nextCallPath}/confirm/${secret}`

export const waitingPath = '/office/next-call'
export const exportPath = `${waitingPath}/export`
export const tellPath = (code: string) => `${officeRoundPath(code)}/tell`
