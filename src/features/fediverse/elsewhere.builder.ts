import { generateKeyPairSync, randomUUID } from 'node:crypto'
import type { Ask } from '../../platform/post-outside.ts'
import { signedHeaders } from './signing.ts'

/** Made once: a key takes long, and whose it is says its address. */
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pem = publicKey.export({ type: 'spki', format: 'pem' })
const pkcs8 = privateKey.export({ type: 'pkcs8', format: 'der' })

/** Another server with one account on it, which signs as real ones do and keeps what it is sent. */
export type Elsewhere = {
  /** Of the account. */
  address: string
  /** Answers as the web would: for this server, and for no other. */
  ask: Ask
  /** What came into its inbox, oldest first. */
  got: Record<string, unknown>[]
  /** How often it was asked for a document. */
  asked(): number
  /** What its inbox answers from now on. */
  answer(status: number | 'nothing'): void
  /** A request with a message of this account. */
  sign(path: string, message: object, how?: How): Promise<Request>
  /** A message of this account, with an address of its own. */
  says(type: string, object: unknown, more?: object): Record<string, unknown>
  /** Something it writes, for everyone. */
  note(content: string, inReplyTo: string, more?: object): Record<string, unknown> & { id: string }
}

export type How = { isNew?: boolean; at?: Date; body?: string }

/** @param to our own address */
export function anElsewhere(
  to: string,
  {
    host = 'glammr.example',
    alsoKnownAs = [],
    now,
  }: { host?: string; alsoKnownAs?: readonly string[]; now: () => Date },
): Elsewhere {
  const origin = `https://${host}`
  const address = `${origin}/users/ada`
  const document = JSON.stringify({
    '@context': ['https://www.w3.org/ns/activitystreams', 'https://w3id.org/security/v1'],
    ...{ id: address, type: 'Person', preferredUsername: 'ada', name: 'Ada <b>Okafor</b>' },
    ...{ url: `${origin}/@ada`, inbox: `${address}/inbox` },
    ...{ alsoKnownAs, endpoints: { sharedInbox: `${origin}/inbox` } },
    publicKey: { id: `${address}#main-key`, owner: address, publicKeyPem: pem },
  })
  const got: Record<string, unknown>[] = []
  let status: number | 'nothing' = 202
  let documents = 0
  const ask: Ask = async ({ address: at, ...asked }) => {
    if (!at.startsWith(origin)) throw new Error(`nobody answers at ${at}`)
    if (asked.method === 'GET') {
      documents += 1
      const headers = { 'content-type': 'application/activity+json; charset=utf-8' }
      return { status: at === address || at === `${origin}/@ada` ? 200 : 404, headers, text: document }
    }
    if (status === 'nothing') throw new Error('ECONNREFUSED')
    if (status < 300) got.push(JSON.parse(String(asked.body ?? '')))
    return { status, headers: {}, text: '' }
  }
  const key = { address: new URL('#main-key', address), privateKey: pkcs8 }
  return {
    ...{ address, ask, got, asked: () => documents },
    answer: (next) => {
      status = next
    },
    async sign(path, message, { isNew = false, at = now(), body = JSON.stringify(message) } = {}) {
      const url = to + path
      const headers = { 'Content-Type': 'application/activity+json' }
      const leaving = { method: 'POST', address: url, headers, body: JSON.stringify(message) } as const
      return new Request(url, {
        method: 'POST',
        headers: await signedHeaders(leaving, key, { isNew, now: at }),
        body,
      })
    },
    says: (type, object, more = {}) => ({
      '@context': 'https://www.w3.org/ns/activitystreams',
      ...{ id: `${origin}/activities/${randomUUID()}`, type, actor: address, object, ...more },
    }),
    note: (content, inReplyTo, more = {}) => ({
      ...{ id: `${address}/statuses/${randomUUID()}`, type: 'Note', attributedTo: address, content },
      ...{ inReplyTo, to: ['https://www.w3.org/ns/activitystreams#Public'], cc: [], ...more },
    }),
  }
}
