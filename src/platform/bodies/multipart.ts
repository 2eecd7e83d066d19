import { createWriteStream, openAsBlob } from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy'
import { TooLarge, Unacceptable } from '../refusals.ts'
import { bodyLimits } from './limits.ts'
import type { BodyRoom } from './room.ts'

export type Entry = [name: string, value: string | File]

type Reading = { room: BodyRoom; entries: (Entry | Promise<Entry>)[] }

/**
 * The fields of a form with files. Files are written to disk as they come, and read from there: what is handed on as
 * a `File` holds nothing in memory.
 */
export async function multipartEntries(body: Readable, type: string, room: BodyRoom): Promise<Entry[]> {
  const reading: Reading = { room, entries: [] }
  const parser = parserOf(type, reading)
  try {
    await pipeline(body, parser)
    return await Promise.all(reading.entries)
  } finally {
    // Files that were being written when the rest went wrong end before their names are taken away.
    await Promise.allSettled(reading.entries)
  }
}

function parserOf(type: string, { room, entries }: Reading): BusboyInstance {
  // The parser holds a field until it is whole, before anyone counts it: also where files may be large, texts may not.
  const fieldSize = Math.min(room.mostBytes, bodyLimits.bytes)
  const limits = { fields: bodyLimits.fields, files: bodyLimits.files, fieldSize }
  const parser = newParser(type, limits)
  const stop = (error: unknown) => parser.destroy(error as Error)
  parser.on('field', (name, value, ...[, isCut]) => {
    try {
      if (isCut) throw new TooLarge('too-large')
      room.take('memory', Buffer.byteLength(value))
      entries.push([name, value])
    } catch (error) {
      stop(error)
    }
  })
  parser.on('file', (name, stream, fileName, ...[, type]) => {
    const file = keptFile(stream, room, { name: fileName ?? '', type })
    // Heard here as well, so that the rest of the body is not waited for.
    file.catch(stop)
    parser.once('close', () => stream.destroy())
    entries.push(file.then((kept): Entry => [name, kept]))
  })
  for (const event of ['fieldsLimit', 'filesLimit'] as const)
    parser.once(event, () => stop(new TooLarge('too-many-fields')))
  return parser
}

function newParser(
  type: string,
  limits: { fields: number; files: number; fieldSize: number },
): BusboyInstance {
  try {
    return new Busboy({ headers: { 'content-type': type }, limits })
  } catch {
    // A form without a boundary between its fields; what the parser says of it is for programmers.
    throw new Unacceptable('not-a-form')
  }
}

async function keptFile(
  stream: BusboyFileStream,
  room: BodyRoom,
  { name, type }: { name: string; type: string },
): Promise<File> {
  const path = room.newFile()
  const out = createWriteStream(path, { mode: 0o600, flags: 'wx' })
  await pipeline(
    stream,
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        room.take('disk', chunk.length)
        yield chunk
      }
    },
    out,
  )
  return new File([await openAsBlob(path)], name, { type })
}
