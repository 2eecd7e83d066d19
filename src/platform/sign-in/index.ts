/** Signing in: links, sessions and second factors. Knows persons by their id and address alone. */
export { linkMinutes } from './library.ts'
export { makeLink, signOut, useLink } from './links.ts'
export { sessionKey } from './session-key.ts'
