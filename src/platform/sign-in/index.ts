/** Signing in: links, sessions and second factors. Knows persons by their id alone. */
export { linkMinutes } from './limits.ts'
export { forgetLinks, makeLink, signOut, useLink } from './links.ts'
export { isFromPrivateNetwork, isFromThisMachine, networkOf, networkOfPeer } from './network.ts'
export {
  answerCode,
  beginFactor,
  begunFactor,
  confirmAgain,
  confirmFactor,
  type NewFactor,
} from './second-factor.ts'
export { sessionKey } from './session-key.ts'
