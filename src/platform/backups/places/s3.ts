import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { AwsClient } from 'aws4fetch'
import { NotFound } from '../../refusals.ts'
import { byName } from './folder.ts'
import type { Kept, Place } from './place.ts'

/** Any store that speaks S3. */
export type Bucket = {
  /** Its address with the bucket as the first part of the path, and a folder after it if you like. */
  url: string
  keyId: string
  secret: string
  region: string
}

/** Each part of an upload but the last has at least 5 MB, by the protocol, and memory holds one. In bytes. */
const partSize = 8 * 1024 * 1024

export function s3Place({ url, keyId, secret, region }: Bucket): Place {
  const client = new AwsClient({ accessKeyId: keyId, secretAccessKey: secret, region, service: 's3' })
  const { origin, pathname } = new URL(url)
  const [bucket = '', ...folders] = pathname.split('/').filter(Boolean)
  const folder = folders.map((part) => `${part}/`).join('')
  const keyOf = (name: string) => `${origin}/${bucket}/${folder}${name}`
  const ask: Ask = async (address, init) => {
    const answer = await client.fetch(address, init)
    if (answer.ok) return answer
    throw new StoreSays(answer.status, /<Code>([^<]*)</.exec(await answer.text())?.[1] ?? '')
  }
  return {
    where: url,
    put: (name, file) => upload(ask, keyOf(name), file),
    async get(name) {
      const answer = await ask(keyOf(name)).catch((error) => {
        if (error instanceof StoreSays && error.status === 404) throw new NotFound('no-such-backup', { name })
        throw error
      })
      return Readable.fromWeb(answer.body as ReadableStream)
    },
    list: (start) => listed(ask, `${origin}/${bucket}`, decodeURIComponent(folder), start),
    async remove(name) {
      await ask(keyOf(name), { method: 'DELETE' })
    },
  }
}

type Ask = (address: string, init?: RequestInit) => Promise<Response>

/** What the store answered instead of doing it. */
class StoreSays extends Error {
  readonly status: number

  constructor(status: number, code: string) {
    super(`The store for backups answered ${status} ${code}`.trim())
    this.status = status
  }
}

/** In parts: nothing appears under the name before the last is there, and how long it is need not be known before. */
async function upload(ask: Ask, key: string, file: Readable): Promise<number> {
  const begun = await (await ask(`${key}?uploads=`, { method: 'POST' })).text()
  const upload = `uploadId=${encodeURIComponent(/<UploadId>([^<]+)</.exec(begun)?.[1] ?? '')}`
  try {
    const tags: string[] = []
    let bytes = 0
    for await (const part of inParts(file)) {
      const address = `${key}?partNumber=${tags.length + 1}&${upload}`
      const { headers } = await ask(address, { method: 'PUT', body: new Uint8Array(part) })
      tags.push(headers.get('etag') ?? '')
      bytes += part.length
    }
    await finish(ask, `${key}?${upload}`, tags)
    return bytes
  } catch (error) {
    await ask(`${key}?${upload}`, { method: 'DELETE' }).catch(() => {})
    throw error
  }
}

/** A store may say at first that all is well, and in its answer that it is not. */
async function finish(ask: Ask, address: string, tags: readonly string[]): Promise<void> {
  const parts = tags.map((tag, at) => `<Part><PartNumber>${at + 1}</PartNumber><ETag>${tag}</ETag></Part>`)
  const body = `<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`
  const answer = await (await ask(address, { method: 'POST', body })).text()
  const code = /<Error>[\s\S]*<Code>([^<]*)</.exec(answer)?.[1]
  if (code) throw new StoreSays(200, code)
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

async function listed(ask: Ask, bucket: string, folder: string, start: string): Promise<Kept[]> {
  const found: Kept[] = []
  for (let after: string | undefined = ''; after !== undefined; ) {
    const query = new URLSearchParams({ 'list-type': '2', prefix: folder + start })
    if (after) query.set('continuation-token', after)
    const page = await (await ask(`${bucket}?${query}`)).text()
    for (const [, entry = ''] of page.matchAll(/<Contents>([\s\S]*?)<\/Contents>/g)) {
      const key = unescaped(/<Key>([^<]*)</.exec(entry)?.[1] ?? '')
      found.push({ name: key.slice(folder.length), bytes: Number(/<Size>(\d+)</.exec(entry)?.[1]) })
    }
    after = /<NextContinuationToken>([^<]+)</.exec(page)?.[1]
  }
  return found.sort(byName)
}

const unescaped = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&')
