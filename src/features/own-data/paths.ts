import { mePath, yourDataPath } from '../people/index.ts'

export const dataPath = `${mePath}/data`
export const copyPath = `${dataPath}/copy`
export const zipPath = `${dataPath}/copy.zip`
export const erasePath = `${dataPath}/erase`
export const goodbyePath = '/goodbye'
export const stayHerePath = (secret: string) => `/stay-with-us/${secret}`
export const requestsPath = '/office/requests'
export const eraseOtherPath = `${requestsPath}/erase`

/** Without an account: where the link is asked for, and what it opens. */
export const askedPath = `${yourDataPath}/asked`
export const addressErasedPath = `${yourDataPath}/erased`
export const addressPath = (secret: string) => `${yourDataPath}/of/${secret}`
export const addressZipPath = (secret: string) => `${addressPath(secret)}/copy.zip`
export const addressErasePath = (secret: string) => `${addressPath(secret)}/erase`
