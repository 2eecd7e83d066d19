import { createHash, randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { secondOf } from '../../../platform/days.ts'

/** An answer of a site, as it was given. */
export type Answered = { url: string; at: Date; status: number; headers: [string, string][]; body: Buffer }

/** A record of a WARC, compressed by itself so that it can be read alone, and the digest of what it holds. */
export type WarcRecord = { bytes: Buffer; digest: string }

const line = (name: string, value: string) => `${name}: ${value}\r\n`
const digestOf = (bytes: Uint8Array) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

/** Tells who made the file. @source https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/ */
export function warcInfo(at: Date, software: string): Buffer {
  const said = Buffer.from(line('software', software) + line('format', 'WARC File Format 1.1'))
  return record(
    'warcinfo',
    said,
    line('WARC-Date', secondOf(at)) + line('Content-Type', 'application/warc-fields'),
  )
}

/** The same, for one answer. What the site says of its length and of compression is not true of what stands here. */
export function warcResponse({ url, at, status, headers, body }: Answered): WarcRecord {
  const kept = headers.filter(([name]) => !/^(content-(length|encoding)|transfer-encoding)$/i.test(name))
  const said = kept.map(([name, value]) => line(name, value)).join('')
  const head = `HTTP/1.1 ${status} ${status < 300 ? 'OK' : 'Answered'}\r\n${said}${line('Content-Length', String(body.length))}\r\n`
  const block = Buffer.concat([Buffer.from(head), body])
  const digest = digestOf(body)
  const more = [
    line('WARC-Date', secondOf(at)),
    line('WARC-Target-URI', url),
    line('WARC-Payload-Digest', digest),
    line('WARC-Block-Digest', digestOf(block)),
    line('Content-Type', 'application/http; msgtype=response'),
  ]
  return { bytes: record('response', block, more.join('')), digest }
}

function record(type: string, block: Buffer, more: string): Buffer {
  const id = line('WARC-Record-ID', `<urn:uuid:${randomUUID()}>`)
  const head = `WARC/1.1\r\n${line('WARC-Type', type)}${id}${more}${line('Content-Length', String(block.length))}\r\n`
  return gzipSync(Buffer.concat([Buffer.from(head), block, Buffer.from('\r\n\r\n')]))
}

/** An address as indexes of archives sort it: the host from its end, all in small letters. `org,iln)/posts/desk` */
export function surt(url: string): string {
  const { hostname, port, pathname, search } = new URL(url)
  const host = hostname.split('.').toReversed().join(',')
  return `${host}${port === '' ? '' : `:${port}`})${pathname}${search}`.toLowerCase()
}
