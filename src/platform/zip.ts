import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { finished } from 'node:stream/promises'
import { ZipFile as Zip } from 'yazl'

export type ZipFile = { name: string; content: string | Buffer }

export type OpenZip = {
  /** The ZIP as it grows; no more of it is made than is read. */
  stream: Readable
  /**
   * Adds a file, and comes back once it is read to its end.
   *
   * @param name relative, with slashes
   * @param isPacked stored as it is: it gets no smaller
   */
  add(name: string, content: Readable, isPacked?: boolean): Promise<void>
  end(): void
  /** Breaks it off, so that nobody takes it for whole. */
  fail(error: Error): void
}

/** The first day that a ZIP can name: files are told apart by what is in them, and two of the same are the same. */
const undated = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true }

/** Begins a ZIP of any size; no more of it than one piece of a file is held in memory. */
export function openZip(): OpenZip {
  const zip = new Zip()
  const stream = zip.outputStream as Readable
  const over = finished(stream).then(() => Promise.reject(new Error('The ZIP was closed before its end')))
  // Asked for only by those who add; whoever reads it sees its end by itself.
  over.catch(() => undefined)
  zip.once('error', (error: Error) => stream.destroy(error))
  return {
    stream,
    async add(name, content, isPacked = false) {
      const read = once(content, 'end')
      zip.addReadStreamLazy(name, { ...undated, compress: !isPacked }, (give) => give(null, content))
      await Promise.race([read, over])
    },
    end: () => zip.end(),
    fail: (error) => void stream.destroy(error),
  }
}

/** Packs a few files into one ZIP, in memory. */
export async function zipOf(files: readonly ZipFile[]): Promise<Buffer> {
  const zip = new Zip()
  for (const { name, content } of files) zip.addBuffer(Buffer.from(content as string), name, undated)
  zip.end()
  return buffer(zip.outputStream)
}
