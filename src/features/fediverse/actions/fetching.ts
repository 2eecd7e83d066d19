import type { App } from '../../../platform/app.ts'
import type { Answered, Ask } from '../../../platform/post-outside.ts'
import { Unavailable } from '../../../platform/refusals.ts'
import { agent } from '../agent.ts'
import { fetchLimits } from '../limits.ts'
import { blogChannel } from '../queries/channels.ts'
import { type AccountDocument, accountIn, documentLimits } from '../schema/messages.ts'
import { signedHeaders } from '../signing.ts'
import { keyOf, spkiOf } from './keys.ts'

type Minute = { began: number; all: number; hosts: Map<string, number> }
type Going = { now: number; minute: Minute }
const going = new WeakMap<App['db'], Going>()

/** What a server must call a document, so that no file that somebody has put there passes for one. */
const documentTypes = new Set(['application/activity+json', 'application/ld+json'])

/** Somebody elsewhere, as their server tells of them. */
export type Fetched = {
  address: string
  host: string
  handle: string
  name: string
  profile: string
  inbox: string
  sharedInbox: string | null
  keyAddress: string
  publicKey: Buffer
  alsoKnownAs: readonly string[]
}

/**
 * Asks a server for one of its accounts. The request is signed, since some servers answer no other.
 *
 * @returns null where there is none, or where what comes cannot be one
 * @throws Unavailable `too-busy` when strangers have made us ask too often
 */
export async function fetchAccount(app: App, ask: Ask, address: string): Promise<Fetched | null> {
  const document = await documentAt(app, ask, address)
  return document && accountOf(address, document)
}

/**
 * By which address servers know the account whose page is here: people know the page.
 *
 * @returns null where there is none, or where it is on another server
 * @throws Unavailable `too-busy`
 */
export async function accountBehind(app: App, ask: Ask, page: string): Promise<string | null> {
  const id = (await documentAt(app, ask, page))?.id
  return id && new URL(id).host === new URL(page).host ? id : null
}

/** @throws Unavailable `too-busy` */
const documentAt = (app: App, ask: Ask, address: string): Promise<AccountDocument | null> =>
  within(app, new URL(address).host, async () => {
    const answer = await askFor(app, ask, address)
    return answer?.status === 200 && documentTypes.has(typeOf(answer)) ? accountIn(answer.text) : null
  })

const typeOf = ({ headers }: Answered): string =>
  (headers['content-type']?.toString() ?? '').split(';')[0]?.trim().toLowerCase() ?? ''

async function askFor(app: App, ask: Ask, address: string) {
  const plain = { Accept: 'application/activity+json', 'User-Agent': agent(app) }
  const channel = await blogChannel(app.db)
  const key = channel && (await keyOf(app, app.db, channel))
  const leaving = { method: 'GET', address, headers: plain } as const
  const headers = key ? await signedHeaders(leaving, key, { isNew: false, now: app.now() }) : plain
  const { bytes: mostBytes } = documentLimits
  try {
    return await ask({ method: 'GET', address, headers, mostBytes, waitMs: fetchLimits.waitMs })
  } catch (error) {
    // Whoever cannot be asked is not known; that is all there is to say.
    app.log.info({ err: error, host: new URL(address).host }, 'fediverse_not_fetched')
    return null
  }
}

/** All of an account is on its own server: else one could make us send things to somebody else's. */
function accountOf(address: string, document: AccountDocument): Fetched | null {
  const { id, name, preferredUsername, inbox, endpoints, publicKey, url, alsoKnownAs } = document
  const { host, origin } = new URL(address)
  const sharedInbox = endpoints?.sharedInbox ?? null
  const isThere = (at: string) => new URL(at).origin === origin
  const key = spkiOf(publicKey.publicKeyPem)
  const all = [inbox, publicKey.id, ...(sharedInbox ? [sharedInbox] : [])]
  if (id !== address || publicKey.owner !== id || !key || !all.every(isThere)) return null
  const own = [address, inbox, publicKey.id, sharedInbox ?? '']
  if (own.some((one) => one.length > 500)) return null
  return {
    ...{ address, host, inbox, sharedInbox, alsoKnownAs, keyAddress: publicKey.id, publicKey: key },
    handle: `@${preferredUsername}@${host}`.slice(0, 200),
    name: (name ?? '').trim().slice(0, 100) || preferredUsername.slice(0, 100),
    profile: url && url.length <= 500 && isThere(url) ? url : address,
  }
}

/** @throws Unavailable `too-busy` */
async function within<Value>(app: App, host: string, work: () => Promise<Value>): Promise<Value> {
  const now = performance.now()
  const state = going.get(app.db) ?? { now: 0, minute: fresh(now) }
  going.set(app.db, state)
  if (now - state.minute.began > 60_000) state.minute = fresh(now)
  const { minute } = state
  const ofHost = minute.hosts.get(host) ?? 0
  const isFull = state.now >= fetchLimits.atOnce || minute.all >= fetchLimits.perMinute
  if (isFull || ofHost >= fetchLimits.perHost) throw new Unavailable('too-busy')
  minute.all += 1
  minute.hosts.set(host, ofHost + 1)
  state.now += 1
  try {
    return await work()
  } finally {
    state.now -= 1
  }
}

const fresh = (began: number): Minute => ({ began, all: 0, hosts: new Map() })
