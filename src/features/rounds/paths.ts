export const roundPath = (code: string) => `/rounds/${code}`
export const officeRoundsPath = '/office/rounds'
export const officeRoundPath = (code: string) => `/office/rounds/${code}`
export const newRoundPath = '/office/rounds/new'
export const editRoundPath = (code: string) => `/office/rounds/${code}/edit`
export const cloneRoundPath = (code: string) => `/office/rounds/${code}/clone`
export const announceRoundPath = (code: string) => `/office/rounds/${code}/announce`
