import { instantOf } from './speaking/json.ts'

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }

/** Loaded with the first message that comes or goes. */
const signatures = () => import('@fedify/fedify/sig')

/** A request as it leaves. */
export type Leaving = {
  method: 'GET' | 'POST'
  address: string
  headers: Readonly<Record<string, string>>
  body?: string
}

/** The key of a channel. @param privateKey as PKCS #8 */
export type OwnKey = { address: URL; privateKey: Buffer }

/**
 * Signs a request.
 *
 * @param isNew by RFC 9421, where the other server is known to understand it; else as all understand it
 * @returns all its headers
 */
export async function signedHeaders(
  { method, address, headers, body }: Leaving,
  key: OwnKey,
  { isNew, now }: { isNew: boolean; now: Date },
): Promise<Record<string, string>> {
  const { signRequest } = await signatures()
  const request = new Request(address, {
    method,
    headers: { ...headers, Date: now.toUTCString() },
    ...(body !== undefined && { body }),
  })
  const signed = await signRequest(request, await privateKeyOf(key), key.address, {
    spec: isNew ? 'rfc9421' : 'draft-cavage-http-signatures-12',
    currentTime: await instantOf(now),
  })
  return Object.fromEntries(signed.headers)
}

const privateKeyOf = ({ privateKey }: OwnKey) =>
  crypto.subtle.importKey('pkcs8', new Uint8Array(privateKey), algorithm, true, ['sign'])

/** The key of somebody elsewhere. @param publicKey as SPKI */
export type TheirKey = { address: string; owner: string; publicKey: Buffer }

/** Nothing is fetched to look at a signature: what it takes is here. */
const nowhere = async (address: string): Promise<never> => {
  throw new Error(`${address} is not asked`)
}

/** Whether a request was signed with somebody's key, as it is. When it was signed is asked before. */
export async function isSignedWith(request: Request, key: TheirKey): Promise<boolean> {
  const [{ verifyRequest }, { CryptographicKey }] = await Promise.all([signatures(), import('@fedify/vocab')])
  const publicKey = await crypto.subtle.importKey('spki', new Uint8Array(key.publicKey), algorithm, true, [
    'verify',
  ])
  const known = new CryptographicKey({ id: new URL(key.address), owner: new URL(key.owner), publicKey })
  const verified = await verifyRequest(request, {
    documentLoader: nowhere,
    contextLoader: nowhere,
    keyCache: { get: async () => known, set: async () => {} },
    timeWindow: false,
  })
  return verified !== null
}
