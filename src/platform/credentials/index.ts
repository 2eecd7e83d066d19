/** Credentials: documents that prove by themselves who signed them, and lists of those that were withdrawn. */
export { badgeContext, vcContext } from './contexts.ts'
export { didDocument, didOf, newKeyPair } from './keys.ts'
export { type Signer, signDocument, type Unsigned } from './sign.ts'
export { statusEntry, statusList, statusListLength } from './status-list.ts'
