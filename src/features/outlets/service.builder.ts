import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Ask } from '../../platform/post-outside.ts'

/** A service as its documentation says it is, over HTTP, with what it has and what it was asked. */
export type Standing = {
  /** What can be read there, by its id or record key. */
  posts: Map<string, Record<string, unknown>>
  /** What it refused, in words: a client that keeps to the documentation causes nothing of it. */
  faults: string[]
  /** Fails the next so many requests that write. */
  fail: { times: number; status: number; after?: boolean }
  stop(): Promise<void>
}

type Request = { method: string; path: string; headers: IncomingMessage['headers']; body: Buffer }
type Reply = { status: number; json: unknown }

const jpeg = (bytes: Buffer) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))
const signsOf = (text: string) => [...new Intl.Segmenter().segment(text)].length

/** Asks, in the place of hosts of the open internet, servers of the test by their names. */
async function serve(
  host: string,
  answer: (request: Request, standing: Standing) => Reply,
): Promise<Standing & { ask: Ask }> {
  const standing: Standing = {
    posts: new Map(),
    faults: [],
    fail: { times: 0, status: 503 },
    stop: async () => {},
  }
  const server = createServer((request, response) => void respond(request, response, standing, answer))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const ask: Ask = async ({ method, address, headers = {}, body }) => {
    const url = new URL(address)
    if (url.origin !== `https://${host}`) throw new Error(`nobody answers at ${url.origin}`)
    const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : new Uint8Array(body) }
    const said = await fetch(`http://127.0.0.1:${port}${url.pathname}${url.search}`, {
      method,
      headers,
      ...sent,
    })
    return { status: said.status, headers: Object.fromEntries(said.headers), text: await said.text() }
  }
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()))
  return Object.assign(standing, { ask, stop })
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  standing: Standing,
  answer: (request: Request, standing: Standing) => Reply,
) {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece)
  const { method = '', url = '', headers } = request
  const asked = { method, path: url, headers, body: Buffer.concat(pieces) }
  const isFailing = method !== 'GET' && standing.fail.times > 0 && !url.includes('createSession')
  if (isFailing) standing.fail.times -= 1
  const reply = isFailing && !standing.fail.after ? null : answer(asked, standing)
  const { status, json } = (isFailing ? null : reply) ?? {
    ...{ status: standing.fail.status, json: { error: 'Try later' } },
  }
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(json))
}

/**
 * A server of Mastodon with one account.
 *
 * @source https://docs.joinmastodon.org/methods/
 */
export function aMastodon() {
  const media = new Map<string, { description: string; looks: number }>()
  const byKey = new Map<string, string>()
  let made = 0
  return serve('social.example', ({ method, path, headers, body }, { posts, faults }) => {
    const refuse = (status: number, error: string): Reply => {
      faults.push(`${status} ${error}`)
      return { status, json: { error } }
    }
    if (headers.authorization !== 'Bearer right')
      return { status: 401, json: { error: 'The access token is invalid' } }
    if (method === 'GET' && path === '/api/v1/accounts/verify_credentials')
      return { status: 200, json: { id: '1', acct: 'iln' } }
    if (method === 'GET' && path === '/api/v2/instance')
      return {
        status: 200,
        json: { configuration: { statuses: { max_characters: 120, characters_reserved_per_url: 23 } } },
      }
    if (method === 'POST' && path === '/api/v2/media') {
      const description = describedPicture(headers['content-type'] ?? '', body)
      if (description === null) return refuse(422, 'not a picture with a description')
      const id = `m${media.size + 1}`
      media.set(id, { description, looks: 0 })
      return { status: 202, json: { id, url: null } }
    }
    const looked = /^\/api\/v1\/media\/(\w+)$/.exec(path)?.[1]
    if (method === 'GET' && looked) {
      const one = media.get(looked)
      if (!one) return refuse(404, 'no such picture')
      one.looks += 1
      return { status: 200, json: { id: looked } }
    }
    if (method === 'POST' && path === '/api/v1/statuses') {
      const key = String(headers['idempotency-key'] ?? '')
      const known = byKey.get(key)
      if (key !== '' && known)
        return { status: 200, json: { id: known, url: `https://social.example/@iln/${known}` } }
      if (headers['content-type'] !== 'application/json') return refuse(415, 'not JSON')
      const { status, language, visibility, media_ids: pictures = [], ...more } = JSON.parse(body.toString())
      const counted = String(status).replaceAll(/https?:\/\/\S+/g, 'x'.repeat(23))
      if (typeof status !== 'string' || signsOf(counted) > 120) return refuse(422, 'too long')
      if (!/^[a-z]{2,3}$/.test(language) || visibility !== 'public' || Object.keys(more).length > 0)
        return refuse(422, 'not a status')
      if (pictures.some((id: string) => (media.get(id)?.looks ?? 0) === 0))
        return refuse(422, 'not yet processed')
      made += 1
      const id = String(100 + made)
      posts.set(id, { status, language, alt: pictures.map((one: string) => media.get(one)?.description) })
      if (key !== '') byKey.set(key, id)
      return { status: 200, json: { id, url: `https://social.example/@iln/${id}` } }
    }
    const removed = /^\/api\/v1\/statuses\/(\w+)$/.exec(path)?.[1]
    if (method === 'DELETE' && removed)
      return posts.delete(removed)
        ? { status: 200, json: { id: removed } }
        : { status: 404, json: { error: 'Record not found' } }
    return refuse(404, `${method} ${path}`)
  })
}

/** The description of a picture that came as a form in parts; null for anything else. */
function describedPicture(type: string, body: Buffer): string | null {
  const boundary = /^multipart\/form-data; boundary=(.+)$/.exec(type)?.[1]
  const parts = body.toString('latin1').split(`--${boundary}\r\n`).slice(1)
  const description = /name="description"\r\n\r\n([\s\S]*)\r\n$/.exec(parts[0] ?? '')?.[1]
  const file = /name="file"; filename="[^"]+"\r\nContent-Type: image\/jpeg\r\n\r\n([\s\S]*)\r\n--/.exec(
    parts[1] ?? '',
  )?.[1]
  if (!boundary || description === undefined || !file || !jpeg(Buffer.from(file, 'latin1'))) return null
  return Buffer.from(description, 'latin1').toString()
}

type Facet = {
  index: { byteStart: number; byteEnd: number }
  features: { $type: string; uri?: string; tag?: string }[]
}

/**
 * A server of Bluesky's protocol with one account.
 *
 * @source the lexicons com.atproto.server.createSession, com.atproto.repo.* and app.bsky.feed.post
 */
export function aBluesky() {
  const blobs = new Set<string>()
  const did = 'did:plc:ewvi7nxzyoun6zhxrhs64oiz'
  return serve('bsky.example', ({ method, path, headers, body }, { posts, faults }) => {
    const refuse = (status: number, error: string, message: string): Reply => {
      faults.push(`${status} ${message}`)
      return { status, json: { error, message } }
    }
    if (method !== 'POST') return refuse(404, 'XRPCNotSupported', `${method} ${path}`)
    if (path === '/xrpc/com.atproto.server.createSession') {
      const asked = JSON.parse(body.toString())
      return asked.identifier === 'iln.bsky.example' && asked.password === 'abcd-efgh-ijkl-mnop'
        ? { status: 200, json: { accessJwt: 'jwt', refreshJwt: 'r', did, handle: 'iln.bsky.example' } }
        : {
            status: 401,
            json: { error: 'AuthenticationRequired', message: 'Invalid identifier or password' },
          }
    }
    if (headers.authorization !== 'Bearer jwt') return refuse(401, 'AuthMissing', 'no session')
    if (path === '/xrpc/com.atproto.repo.uploadBlob') {
      if (headers['content-type'] !== 'image/jpeg' || !jpeg(body) || body.length > 1_000_000)
        return refuse(400, 'InvalidRequest', 'not a picture')
      const link = `bafkrei${blobs.size}`
      blobs.add(link)
      const blob = { $type: 'blob', ref: { $link: link }, mimeType: 'image/jpeg', size: body.length }
      return { status: 200, json: { blob } }
    }
    if (headers['content-type'] !== 'application/json') return refuse(400, 'InvalidRequest', 'not JSON')
    const { repo, collection, rkey, record } = JSON.parse(body.toString())
    if (repo !== did || collection !== 'app.bsky.feed.post' || !/^[2-7a-j][2-7a-z]{12}$/.test(rkey))
      return refuse(400, 'InvalidRequest', 'not a record of ours')
    if (path === '/xrpc/com.atproto.repo.putRecord') {
      const fault = faultOf(record, blobs)
      if (fault) return refuse(400, 'InvalidRequest', fault)
      posts.set(rkey, record)
      return { status: 200, json: { uri: `at://${did}/${collection}/${rkey}`, cid: 'bafyrei' } }
    }
    if (path === '/xrpc/com.atproto.repo.deleteRecord') {
      posts.delete(rkey)
      return { status: 200, json: {} }
    }
    return refuse(501, 'MethodNotImplemented', path)
  })
}

function faultOf(record: Record<string, never>, blobs: ReadonlySet<string>): string | null {
  const { $type, text, createdAt, langs, facets, embed } = record as unknown as {
    $type: string
    text: string
    createdAt: string
    langs: string[]
    facets: Facet[]
    embed: {
      $type: string
      images?: { alt: string; image: { ref: { $link: string } } }[]
      external?: { uri: string }
    }
  }
  const bytes = Buffer.from(text ?? '')
  if ($type !== 'app.bsky.feed.post' || signsOf(text) > 300 || bytes.length > 3000) return 'text'
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(createdAt)) return 'createdAt'
  if (!langs.every((lang) => /^[a-z]{2,3}$/.test(lang)) || langs.length > 3) return 'langs'
  for (const { index, features } of facets) {
    const part = bytes.subarray(index.byteStart, index.byteEnd).toString()
    const [feature] = features
    if (feature?.tag !== undefined && part !== `#${feature.tag}`) return `tag ${part}`
    if (feature?.uri !== undefined && !feature.uri.includes(part.replace('…', ''))) return `link ${part}`
  }
  if (embed.$type === 'app.bsky.embed.images')
    return embed.images?.every(({ alt, image }) => alt !== '' && blobs.has(image.ref.$link)) ? null : 'images'
  return embed.$type === 'app.bsky.embed.external' && embed.external && URL.canParse(embed.external.uri)
    ? null
    : 'embed'
}
