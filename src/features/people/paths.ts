import type { Role } from './actor.ts'

export const signInPath = '/sign-in'
export const sentPath = '/sign-in/sent'
export const linkPath = (secret: string) => `/sign-in/link/${secret}`
export const codePath = '/sign-in/code'
export const signOutPath = '/sign-out'

/** With the page to go on to, when there is one. */
export const goingOn = (path: string, next: string) =>
  next ? `${path}?next=${encodeURIComponent(next)}` : path

/** A page that shows a form of its own again as it was typed: see `askToSignIn`. */
export const withKeptForm = (page: string, why: KeptBecause) =>
  `${page}${page.includes('?') ? '&' : '?'}${keptMark}=${why}`
export const keptMark = 'kept'

/** The session had ended; or the act asks again who is asking. */
type KeptBecause = '1' | 'again'

export const mePath = '/me'
/** Where somebody without an account sees, takes along and erases what is kept under their address. */
export const yourDataPath = '/your-data'
export const settingsPath = '/me/settings'
export const confirmPath = '/me/confirm'
export const confirmLinkPath = '/me/confirm/link'
export const confirmSentPath = '/me/confirm/sent'
export const stayPath = '/me/stay'
export const endSessionPath = (id: string) => `/me/sessions/${id}/end`
export const endOtherSessionsPath = '/me/sessions/end-others'
export const mailChoicePath = '/me/mail'
export const changeEmailPath = '/me/email'
export const confirmEmailPath = (token: string) => `/me/email/${token}`
export const takeBackPath = (secret: string) => `/take-back/${secret}`
export const secondFactorPath = '/me/second-factor'
export const beginSecondFactorPath = '/me/second-factor/begin'
export const confirmSecondFactorPath = '/me/second-factor/confirm'

export const officePath = '/office'
/** The chapter of the handbook that somebody with a role begins with. */
export const chapterOf: Record<Role, string> = {
  director: '/help/begin-a-network',
  coordinator: '/help/open-a-call',
  editor: '/help/write-a-topic',
  ambassador: '/help/speak-for-a-country',
}
export const peoplePath = '/office/people'
export const newPersonPath = '/office/people/new'
export const peopleSettingsPath = '/office/people/settings'
export const personPath = (id: string) => `/office/people/${id}`
export const grantPath = (id: string) => `/office/people/${id}/grant`
export const endGrantPath = (id: string, grantId: string) => `/office/people/${id}/grants/${grantId}/end`
export const disablePath = (id: string) => `/office/people/${id}/disable`
export const enablePath = (id: string) => `/office/people/${id}/enable`
export const personAddressPath = (id: string) => `/office/people/${id}/address`
export const removeSecondFactorPath = (id: string) => `/office/people/${id}/remove-second-factor`
export const journalPath = '/office/journal'
