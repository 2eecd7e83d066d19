import type { Kind } from './contribution.ts'

/** Where everyone chooses what to write. */
export const contributePath = '/contribute'
export const kindPath = (kind: Kind) => `${contributePath}/${kind}`
export const sendPath = (kind: Kind) => `${kindPath(kind)}/send`
export const againPath = (kind: Kind) => `${kindPath(kind)}/again`
/** A picture that came with a form, for its sender alone. */
export const heldPicturePath = (token: string) => `${contributePath}/pictures/${token}`

/** Opens the page of a contribution to who got to it by their address. */
export const openPath = '/contributions/open'

/** Where its author sees how a contribution stands; the address is all it takes. */
export const ownPath = (secret: string) => `/contributions/${secret}`
export const ownPicturePath = (secret: string) => `${ownPath(secret)}/picture`
export const changePath = (secret: string) => `${ownPath(secret)}/change`
export const agreePath = (secret: string) => `${ownPath(secret)}/agree`
export const wishPath = (secret: string) => `${ownPath(secret)}/wish`
/** The edited text as readers will get it. */
export const readPath = (secret: string) => `${ownPath(secret)}/read`
export const takeBackPath = (secret: string) => `${ownPath(secret)}/take-back`

/** The office. */
export const queuePath = '/office/contributions'
export const queueOf = (part: string) => (part === 'waiting' ? queuePath : `${queuePath}?part=${part}`)
export const rulePath = `${queuePath}/settings`
export const contributionPath = (id: string) => `${queuePath}/${id}`
export const officePicturePath = (id: string) => `${contributionPath(id)}/picture`
export const actPath = (id: string, act: string) => `${contributionPath(id)}/${act}`
