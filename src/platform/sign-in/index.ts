/** Signing in: links, sessions and second factors. Knows persons by their id alone. */
export { linkMinutes } from './limits.ts'
export { forgetLinks, makeLink, type Step, signOut, useLink } from './links.ts'
export { isFromPrivateNetwork, isFromThisMachine, networkOf, networkOfPeer } from './network.ts'
export {
  answerCode,
  beginFactor,
  begunFactor,
  type CodeStep,
  confirmAgain,
  confirmFactor,
  type NewFactor,
} from './second-factor.ts'
export { sessionKey } from './session-key.ts'
