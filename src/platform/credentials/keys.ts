import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { base58 } from './base58.ts'

/** What multicodec puts before the 32 bytes of an Ed25519 key. */
const ed25519 = Buffer.from([0xed, 0x01])

/** A pair of keys: the public one as a DID document names it, the private one as PKCS #8. */
export type KeyPair = { publicKey: string; privateKey: Buffer }

export function newKeyPair(): KeyPair {
  const { privateKey } = generateKeyPairSync('ed25519')
  const der = privateKey.export({ format: 'der', type: 'pkcs8' })
  return { publicKey: publicKeyOf(der), privateKey: der }
}

/** The public half of a private key, in multibase. */
function publicKeyOf(privateKey: Buffer): string {
  const key = createPublicKey(createPrivateKey({ key: privateKey, format: 'der', type: 'pkcs8' }))
  const raw = Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url')
  return base58(Buffer.concat([ed25519, raw]))
}

/** The name of whoever is found at a host, as `did:web` writes it. @param host with its port, if it has one */
export const didOf = (host: string): string => `did:web:${encodeURIComponent(host)}`

/** Who signs at a host: all keys by which something may be verified, retired ones too. @source W3C DID Core; did:web */
export function didDocument(did: string, publicKeys: readonly string[]) {
  const methods = publicKeys.map((publicKey) => ({
    id: methodOf(did, publicKey),
    type: 'Multikey',
    controller: did,
    publicKeyMultibase: publicKey,
  }))
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod: methods,
    assertionMethod: methods.map(({ id }) => id),
  }
}

/** The address of one key of a signer. */
export const methodOf = (did: string, publicKey: string): string => `${did}#${publicKey}`
