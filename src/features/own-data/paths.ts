import { mePath } from '../people/index.ts'

export const dataPath = `${mePath}/data`
export const copyPath = `${dataPath}/copy`
export const zipPath = `${dataPath}/copy.zip`
export const erasePath = `${dataPath}/erase`
export const goodbyePath = '/goodbye'
export const stayHerePath = (secret: string) => `/stay-with-us/${secret}`
export const requestsPath = '/office/requests'
export const eraseOtherPath = `${requestsPath}/erase`
