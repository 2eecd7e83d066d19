import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { type Pack, pack } from 'tar-stream'
import { type Part, readRows, type Snapshot } from '../../db/rows/index.ts'
import { type Header, headerName, type Manifest, manifestName, pieceName, pieceSize } from './contents.ts'
import { seal } from './seal.ts'

/** What a backup is made of, besides the rows. */
export type Making = Pick<Header, 'version' | 'at'> &
  Pick<Manifest, 'waiting'> & {
    /** Puts into the rows of a table what they name and the database itself does not hold. */
    whole(part: Part, rows: Readable): AsyncIterable<Buffer>
  }

/**
 * A database as one file: a tar of what it is, the rows of each table and what they add up to, compressed, and
 * encrypted for the recipients. It is written while it is read, and takes no room on the disk before.
 *
 * @param tell hears the name of each table when it is done
 */
export async function backupOf(
  seen: Snapshot,
  making: Making,
  recipients: readonly string[],
  tell: (table: string, rows: number) => void,
): Promise<Readable> {
  const tar = pack()
  const sealed = await seal(Readable.from(tar), recipients)
  writeAll(tar, seen, making, tell).then(
    () => tar.finalize(),
    (error) => sealed.destroy(error),
  )
  return sealed
}

async function writeAll(
  tar: Pack,
  seen: Snapshot,
  { waiting, whole, ...said }: Making,
  tell: (table: string, rows: number) => void,
): Promise<void> {
  const { migrations, parts } = seen
  const header: Header = { what: 'twinleaf-backup', edition: 1, ...said, migrations, parts }
  const opening = asText(header)
  await add(tar, headerName, opening)
  const manifest: Manifest = { header: sha256(opening), parts: [], waiting }
  for (const part of parts) {
    const sum = await addRows(tar, seen, part, whole)
    manifest.parts.push(sum)
    tell(sum.table, sum.rows)
  }
  await add(tar, manifestName, asText(manifest))
}

async function addRows(
  tar: Pack,
  seen: Snapshot,
  part: Part,
  whole: Making['whole'],
): Promise<Manifest['parts'][number]> {
  const { bytes, count } = readRows(seen, part)
  const hash = createHash('sha256')
  let total = 0
  let number = 0
  for await (const piece of inPieces(whole(part, bytes))) {
    hash.update(piece)
    total += piece.length
    await add(tar, pieceName(part.table, number), piece)
    number += 1
  }
  return { table: part.table, rows: count(), bytes: total, sha256: hash.digest('hex') }
}

async function* inPieces(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = []
  let size = 0
  for await (const chunk of bytes) {
    if (size > 0 && size + chunk.length > pieceSize) {
      yield Buffer.concat(held)
      held = []
      size = 0
    }
    held.push(chunk)
    size += chunk.length
  }
  if (size > 0) yield Buffer.concat(held)
}

/** Waits until it was taken, so that memory holds one piece. */
const add = (tar: Pack, name: string, bytes: Buffer) =>
  new Promise<void>((done, fail) => {
    const entry = tar.entry({ name, size: bytes.length, mode: 0o600, mtime: new Date(0) }, (error) =>
      error ? fail(error) : done(),
    )
    entry.end(bytes)
  })

const asText = (value: Header | Manifest) => Buffer.from(JSON.stringify(value, null, 2))

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
