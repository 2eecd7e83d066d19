export const roundsPath = '/rounds'
export const roundPath = (code: string) => `/rounds/${code}`
/** What became of one's own application to a round, and what one can do about it. */
export const ownApplicationPath = (code: string) => `${roundPath(code)}/apply/sent`
/** Where one leaves an address to be told of the next call. */
export const nextCallPath = '/next-call'
export const officeRoundsPath = '/office/rounds'
export const officeRoundPath = (code: string) => `/office/rounds/${code}`
export const newRoundPath = '/office/rounds/new'
export const editRoundPath = (code: string) => `/office/rounds/${code}/edit`
export const cloneRoundPath = (code: string) => `/office/rounds/${code}/clone`
export const announceRoundPath = (code: string) => `/office/rounds/${code}/announce`

/** The proposal of a round: its pairs. */
export const matchingPath = (code: string) => `/office/rounds/${code}/matching`
/** Matching again while the round runs: those without a partner. */
export const rematchPath = (code: string) => `${officeRoundPath(code)}/rematch`
/** Where a pair is asked whether it takes in somebody who waits. @param id of their application */
export const trioPath = (code: string, id: string) => `${rematchPath(code)}/trio/${id}`
/** The mail someone will get, as they will get it. @param id of the application */
export const previewPath = (code: string, id: string) => `${matchingPath(code)}/people/${id}/mail`
export const releasePath = (code: string) => `${officeRoundPath(code)}/release`
