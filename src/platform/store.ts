import { randomBytes, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { AwsClient } from 'aws4fetch'

/** Any store that speaks S3. */
export type Bucket = {
  /** Its address with the bucket as the first part of the path, and a folder after it if you like. */
  url: string
  keyId: string
  secret: string
  region: string
}

/** What lies in a bucket, by names that have no folder above its own. What fails fails with `StoreFails`. */
export type Store = {
  /** As the operator named it, without any secret. */
  where: string
  /** At once, for what is small. */
  put(name: string, bytes: Uint8Array): Promise<void>
  /** As it comes, for what is large. @returns how long it is, in bytes */
  upload(name: string, file: AsyncIterable<Buffer>): Promise<number>
  /** All of it. */
  bytes(name: string): Promise<Buffer>
  /** As it comes. */
  open(name: string): Promise<Readable>
  /** What there is whose names begin so, in the order of the store. */
  list(start: string): Promise<Listed[]>
  /** Also where there is nothing of that name. */
  remove(name: string): Promise<void>
}

type Listed = { name: string; bytes: number }

/** What the store answered instead of doing it, or that it did not answer. */
export class StoreFails extends Error {
  /** Of its answer; null where there was none. */
  readonly status: number | null

  constructor(message: string, status: number | null = null, cause?: unknown) {
    super(message, { cause })
    this.name = 'StoreFails'
    this.status = status
  }
}

/** Each part of an upload but the last has at least 5 MB, by the protocol, and memory holds one. In bytes. */
const partSize = 8 * 1024 * 1024

/**
 * @param holds what it is for, as errors say it
 * @param patienceMs how long one answer may take; none is waited for for ever where people wait
 */
export function storeAt({ url, keyId, secret, region }: Bucket, holds: string, patienceMs?: number): Store {
  const retries = patienceMs ? { retries: 1 } : {}
  const client = new AwsClient({
    accessKeyId: keyId,
    secretAccessKey: secret,
    region,
    service: 's3',
    ...retries,
  })
  const { origin, pathname } = new URL(url)
  const [bucket = '', ...folders] = pathname.split('/').filter(Boolean)
  const folder = folders.map((part) => `${part}/`).join('')
  const keyOf = (name: string) => `${origin}/${bucket}/${folder}${name}`
  const ask: Ask = (address, init, read) =>
    reached(holds, async () => {
      const limit = patienceMs ? { signal: AbortSignal.timeout(patienceMs) } : {}
      const answer = await client.fetch(address, { ...init, ...limit })
      if (answer.ok) return read(answer)
      throw said(holds, answer.status, await answer.text())
    })
  return {
    where: url,
    put: (name, bytes) => ask(keyOf(name), { method: 'PUT', body: new Uint8Array(bytes) }, nothing),
    upload: (name, file) => upload(ask, holds, keyOf(name), file),
    bytes: (name) => ask(keyOf(name), {}, async (answer) => Buffer.from(await answer.arrayBuffer())),
    open: (name) => ask(keyOf(name), {}, async (answer) => Readable.fromWeb(answer.body as ReadableStream)),
    list: (start) => listed(ask, `${origin}/${bucket}`, decodeURIComponent(folder), start),
    remove: (name) => ask(keyOf(name), { method: 'DELETE' }, nothing),
  }
}

/** Puts a few bytes into a store, reads them again and takes them away. @throws StoreFails */
export async function tryStore(store: Store): Promise<void> {
  const name = `try-${randomUUID()}`
  const bytes = randomBytes(32)
  await store.put(name, bytes)
  const found = await store.bytes(name)
  await store.remove(name)
  if (!found.equals(bytes)) throw new StoreFails('The store gave other bytes than it was given')
}

/** Asks once; the answer is read before it counts as one. */
type Ask = <Result>(
  address: string,
  init: RequestInit,
  read: (answer: Response) => Promise<Result>,
) => Promise<Result>

const text = (answer: Response) => answer.text()
const nothing = async (answer: Response): Promise<void> => {
  await answer.body?.cancel()
}

async function reached<Result>(holds: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof StoreFails) throw error
    throw new StoreFails(`The store for ${holds} cannot be reached: ${reasonOf(error)}`, null, error)
  }
}

/** What the network says is behind what `fetch` says. */
function reasonOf(error: unknown): string {
  const { cause, message } = error instanceof Error ? error : new Error(String(error))
  return cause instanceof Error && cause.message ? cause.message : message
}

const said = (holds: string, status: number, answer: string) =>
  new StoreFails(
    `The store for ${holds} answered ${status} ${/<Code>([^<]*)</.exec(answer)?.[1] ?? ''}`.trim(),
    status,
  )

/** In parts: nothing appears under the name before the last is there, and how long it is need not be known before. */
async function upload(ask: Ask, holds: string, key: string, file: AsyncIterable<Buffer>): Promise<number> {
  const begun = await ask(`${key}?uploads=`, { method: 'POST' }, text)
  const upload = `uploadId=${encodeURIComponent(/<UploadId>([^<]+)</.exec(begun)?.[1] ?? '')}`
  try {
    const tags: string[] = []
    let bytes = 0
    for await (const part of inParts(file)) {
      const address = `${key}?partNumber=${tags.length + 1}&${upload}`
      tags.push(await ask(address, { method: 'PUT', body: new Uint8Array(part) }, tagOf))
      bytes += part.length
    }
    await finish(ask, holds, `${key}?${upload}`, tags)
    return bytes
  } catch (error) {
    await ask(`${key}?${upload}`, { method: 'DELETE' }, nothing).catch(() => {})
    throw error
  }
}

const tagOf = async (answer: Response): Promise<string> => {
  await nothing(answer)
  return answer.headers.get('etag') ?? ''
}

/** A store may say at first that all is well, and in its answer that it is not. */
async function finish(ask: Ask, holds: string, address: string, tags: readonly string[]): Promise<void> {
  const parts = tags.map((tag, at) => `<Part><PartNumber>${at + 1}</PartNumber><ETag>${tag}</ETag></Part>`)
  const body = `<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`
  const answer = await ask(address, { method: 'POST', body }, text)
  if (answer.includes('<Error>')) throw said(holds, 200, answer)
}

async function* inParts(file: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = []
  let size = 0
  for await (const chunk of file) {
    held.push(chunk)
    size += chunk.length
    if (size < partSize) continue
    yield Buffer.concat(held)
    held = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(held)
}

async function listed(ask: Ask, bucket: string, folder: string, start: string): Promise<Listed[]> {
  const found: Listed[] = []
  for (let after: string | undefined = ''; after !== undefined; ) {
    const query = new URLSearchParams({ 'list-type': '2', prefix: folder + start })
    if (after) query.set('continuation-token', after)
    const page = await ask(`${bucket}?${query}`, {}, text)
    for (const [, entry = ''] of page.matchAll(/<Contents>([\s\S]*?)<\/Contents>/g)) {
      const key = unescaped(/<Key>([^<]*)</.exec(entry)?.[1] ?? '')
      found.push({ name: key.slice(folder.length), bytes: Number(/<Size>(\d+)</.exec(entry)?.[1]) })
    }
    after = /<NextContinuationToken>([^<]+)</.exec(page)?.[1]
  }
  return found
}

const unescaped = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&')
