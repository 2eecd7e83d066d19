/** Backups as accidents and enemies make them, out of a sound one. */
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { constants, gzipSync, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { extract, type Header, pack } from 'tar-stream'

export type Piece = { header: Partial<Header> & { name: string }; bytes: Buffer }

export async function piecesOf(backup: Buffer): Promise<Piece[]> {
  const pieces: Piece[] = []
  const tar = Readable.from([zstdDecompressSync(backup)]).pipe(extract())
  for await (const entry of tar) {
    pieces.push({ header: { name: entry.header.name }, bytes: await buffer(entry) })
  }
  return pieces
}

export async function tarOf(pieces: readonly Piece[]): Promise<Buffer> {
  const tar = pack()
  for (const { header, bytes } of pieces) {
    if (header.type && header.type !== 'file') tar.entry({ ...header, size: 0 })
    else tar.entry({ ...header, size: bytes.length }, bytes)
  }
  tar.finalize()
  return buffer(Readable.from(tar))
}

export const packed = (tar: Buffer) =>
  zstdCompressSync(tar, { params: { [constants.ZSTD_c_checksumFlag]: 1 } })

export const gzipped = (tar: Buffer) => gzipSync(tar)

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

type Json = Record<string, unknown> & {
  parts: { table: string; columns: string[]; sha256: string; bytes: number; rows: number }[]
  migrations: string[]
}

/** Changes the text of a piece, and leaves the sums as they are. */
export const changed = (pieces: readonly Piece[], name: string, change: (text: string) => string): Piece[] =>
  pieces.map((piece) =>
    piece.header.name === name
      ? { ...piece, bytes: Buffer.from(change(piece.bytes.toString('latin1')), 'latin1') }
      : piece,
  )

/** Changes what the first piece says, so well that the last agrees. */
export function withHeader(pieces: readonly Piece[], change: (header: Json) => void): Piece[] {
  const said = json(pieces, 'twinleaf.json')
  change(said)
  const bytes = Buffer.from(JSON.stringify(said))
  return withManifest(replaced(pieces, 'twinleaf.json', bytes), (manifest) => {
    manifest.header = sha256(bytes)
  })
}

export function withManifest(pieces: readonly Piece[], change: (manifest: Json) => void): Piece[] {
  const said = json(pieces, 'manifest.json')
  change(said)
  return replaced(pieces, 'manifest.json', Buffer.from(JSON.stringify(said)))
}

/** Changes the rows of a table, so well that the sums agree. */
export function withRows(pieces: readonly Piece[], table: string, change: (text: string) => string): Piece[] {
  const name = `rows/${table}/000000`
  const forged = changed(pieces, name, change)
  const bytes = forged.find(({ header }) => header.name === name)?.bytes ?? Buffer.alloc(0)
  return withManifest(forged, ({ parts }) => {
    const part = parts.find((one) => one.table === table)
    if (!part) throw new Error(`no ${table}`)
    Object.assign(part, {
      bytes: bytes.length,
      sha256: sha256(bytes),
      rows: bytes.toString('latin1').split('\n').length - 1,
    })
  })
}

const json = (pieces: readonly Piece[], name: string): Json =>
  JSON.parse(String(pieces.find(({ header }) => header.name === name)?.bytes))

const replaced = (pieces: readonly Piece[], name: string, bytes: Buffer) =>
  pieces.map((piece) => (piece.header.name === name ? { ...piece, bytes } : piece))

export function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ 0x10
  return copy
}
