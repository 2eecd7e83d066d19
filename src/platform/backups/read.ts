import { createHash, type Hash } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { type Extract, extract } from 'tar-stream'
import type * as z from 'zod'
import type { Part } from '../../db/rows/index.ts'
import { Refusal, Unacceptable } from '../refusals.ts'
import {
  type Header,
  headerName,
  headerShape,
  largestText,
  laterShape,
  type Manifest,
  manifestName,
  manifestShape,
  pieceName,
  pieceSize,
} from './contents.ts'
import { unseal } from './seal.ts'

type Entry = ReturnType<Extract[typeof Symbol.asyncIterator]> extends AsyncIterator<infer One> ? One : never

/** Takes the rows of each part in turn. @returns how many they are */
type Taking = (part: Part, bytes: Readable) => Promise<number>

/**
 * Reads a backup from its first byte to its last and looks whether it is whole: every piece in its place, none too many,
 * sums and lengths as they were when it was made. Nothing is written anywhere by a name that the file gives.
 *
 * @param identity the secret key of age, where there is one
 * @param take left out, the backup is only looked at
 * @throws Unacceptable with a code that begins with `backup-`
 */
export async function readBackup(
  file: Readable,
  identity: string | null,
  take?: Taking,
): Promise<{ header: Header; manifest: Manifest }> {
  const plain = await unseal(file, identity)
  const tar = extract()
  plain.on('error', (error) => tar.destroy(error))
  plain.pipe(tar)
  const pieces = tar[Symbol.asyncIterator]()
  try {
    return await new Reading(pieces, take).whole()
  } catch (error) {
    throw isOfFile(error) ? new Unacceptable('backup-damaged') : error
  } finally {
    plain.destroy()
    file.destroy()
  }
}

/** What the tools say of bytes that make no sense to them; refusals and faults of the database are passed on. */
const isOfFile = (error: unknown) =>
  error instanceof Error &&
  !(error instanceof Refusal) &&
  (/^(ZSTD|Z_|ERR_)/.test('code' in error ? String(error.code) : '') || saidOfFiles.test(error.message))

const saidOfFiles =
  /tar header|unexpected end|invalid tag|decrypt|stream ended|premature|size mismatch|checksum|zstd|authentication|final chunk/i

/** Where the reading of one backup stands. */
class Reading {
  private readonly pieces: AsyncIterator<Entry>
  private readonly take: Taking | undefined
  private next: Entry | null = null

  constructor(pieces: AsyncIterator<Entry>, take: Taking | undefined) {
    this.pieces = pieces
    this.take = take
  }

  async whole(): Promise<{ header: Header; manifest: Manifest }> {
    await this.step()
    const opening = await this.text(headerName, 'backup-not-ours')
    const header = headerOf(opening)
    const found = []
    for (const part of header.parts) found.push(await this.part(part))
    const manifest = shaped(
      manifestShape,
      await this.text(manifestName, 'backup-piece-unknown'),
      'backup-damaged',
    )
    if (this.next) throw new Unacceptable('backup-piece-unknown', { name: shown(this.next) })
    compare(sha256(opening), manifest, found)
    return { header, manifest }
  }

  /** Goes on to the next piece; what it had is read by then. */
  private async step(): Promise<void> {
    const { value, done } = await this.pieces.next()
    this.next = done ? null : value
    if (this.next && this.next.header.type !== 'file')
      throw new Unacceptable('backup-piece-unknown', { name: shown(this.next) })
  }

  private async text(name: string, otherwise: 'backup-not-ours' | 'backup-piece-unknown'): Promise<Buffer> {
    const { next } = this
    if (!next) throw new Unacceptable('backup-cut-off')
    if (next.header.name !== name) throw new Unacceptable(otherwise, { name: shown(next) })
    if ((next.header.size ?? 0) > largestText) throw new Unacceptable('backup-too-large')
    const bytes = await buffer(next)
    await this.step()
    return bytes
  }

  private async part(part: Part): Promise<Sum> {
    const hash = createHash('sha256')
    const sum = { bytes: 0 }
    const bytes = Readable.from(this.bytesOf(part.table, hash, sum))
    const rows = this.take ? await this.take(part, bytes) : await drained(bytes)
    return { table: part.table, rows, bytes: sum.bytes, sha256: hash.digest('hex') }
  }

  private async *bytesOf(table: string, hash: Hash, sum: { bytes: number }): AsyncGenerator<Buffer> {
    for (let number = 0; this.next?.header.name === pieceName(table, number); number += 1) {
      if ((this.next.header.size ?? 0) > pieceSize) throw new Unacceptable('backup-too-large')
      for await (const chunk of this.next as AsyncIterable<Buffer>) {
        hash.update(chunk)
        sum.bytes += chunk.length
        yield chunk
      }
      await this.step()
    }
  }
}

type Sum = { table: string; rows: number | null; bytes: number; sha256: string }

/** @throws Unacceptable unless all that came is what was to come */
function compare(header: string, manifest: Manifest, found: readonly Sum[]): void {
  if (header !== manifest.header) throw new Unacceptable('backup-damaged')
  if (manifest.parts.length !== found.length) throw new Unacceptable('backup-damaged')
  for (const [index, sum] of found.entries()) {
    const said = manifest.parts[index]
    const isSame = said?.table === sum.table && said.bytes === sum.bytes && said.sha256 === sum.sha256
    if (!isSame) throw new Unacceptable('backup-part-differs', { table: sum.table })
    if (sum.rows !== null && sum.rows !== said.rows)
      throw new Unacceptable('backup-part-differs', { table: sum.table })
  }
}

/** A later layout says at least what it is, and who can read it. */
function headerOf(opening: Buffer): Header {
  const later = laterShape.safeParse(parsed(opening))
  if (later.success && later.data.edition > 1)
    throw new Unacceptable('backup-newer', { version: later.data.version })
  return shaped(headerShape, opening, 'backup-not-ours')
}

async function drained(bytes: Readable): Promise<null> {
  for await (const _chunk of bytes);
  return null
}

function shaped<Shape extends z.ZodType>(
  shape: Shape,
  text: Buffer,
  otherwise: 'backup-not-ours' | 'backup-damaged',
): z.infer<Shape> {
  const { success, data } = shape.safeParse(parsed(text))
  if (!success) throw new Unacceptable(otherwise)
  return data
}

/** Nothing when it is no JSON. */
function parsed(text: Buffer): unknown {
  try {
    return JSON.parse(text.toString('utf8'))
  } catch {
    return undefined
  }
}

/** A name as a file gives it may be anything. */
const shown = ({ header }: Entry) => header.name.replaceAll(/[^\w./-]/g, '?').slice(0, 80)

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
