import { mePath } from '../people/index.ts'
import { officeRoundPath, ownApplicationPath, roundPath } from '../rounds/index.ts'

/** The numbers of a round so far, for a page that shows them. */
export const soFarPath = (code: string) => `${roundPath(code)}/so-far`
/** The picture of a round in a language; what its address holds never changes. */
export const callCardPath = (code: string, locale: string, version: string) =>
  `${roundPath(code)}/card/${locale}.png?v=${version}`

export const applyPath = (code: string) => `${roundPath(code)}/apply`
/** The short address of that code, which leads to the call of the day. */
export const shortPath = (code: string) => `/go/${code}`

/** Carries along by which short address somebody came. */
export const withVia = (path: string, via: string | null) => (via === null ? path : `${path}?via=${via}`)

export const formPath = (code: string, page: string) => `${applyPath(code)}/${page}`
export const savePagePath = (code: string, page: string) => `${formPath(code, page)}/save`
export const checkPath = (code: string) => `${applyPath(code)}/check`
export const sendPath = (code: string) => `${applyPath(code)}/send`
export const sentPath = ownApplicationPath
export const claimPath = (code: string) => `${applyPath(code)}/claim`
export const withdrawPath = (code: string) => `${applyPath(code)}/withdraw`
export const laterPath = (code: string) => `${applyPath(code)}/later`
export const emailLinkPath = (code: string) => `${laterPath(code)}/email`
export const forgetPath = (code: string) => `${applyPath(code)}/forget`

/** Links that were emailed: to go on with a draft, and to confirm an address. */
export const resumePath = (secret: string) => `/apply/resume/${secret}`
export const openPath = (secret: string) => `${resumePath(secret)}/open`
export const confirmPath = (secret: string) => `/apply/confirm/${secret}`
export const denyPath = (secret: string) => `${confirmPath(secret)}/deny`

/** What one said of a round oneself. */
export const ownVoicePath = (code: string) => `${mePath}/rounds/${code}/voice`
export const takeBackVoicePath = (code: string) => `${ownVoicePath(code)}/take-back`

/** What participants say of a round, in the office. */
export const voicesPath = (code: string) => `${officeRoundPath(code)}/voices`
export const voicePath = (code: string, place: number) => `${voicesPath(code)}/${place}`
export const showVoicePath = (code: string, place: number) => `${voicePath(code, place)}/show`
export const removeVoicePath = (code: string, place: number) => `${voicePath(code, place)}/remove`
