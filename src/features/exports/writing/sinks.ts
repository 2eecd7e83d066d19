import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { openZip } from '../../../platform/zip.ts'
import type { Sink } from './going.ts'

/** Files into a ZIP that goes out as it is made, whatever takes it. Pictures are as small as they get already. */
export function zipSink(): { sink: Sink; stream: Readable; end(): void; fail(error: Error): void } {
  const zip = openZip()
  return {
    sink: {
      put: (place, content) => zip.add(place, Readable.from([content]), isPacked(place)),
      putPieces: (place, pieces) => zip.add(place, Readable.from(pieces, { objectMode: false }), false),
    },
    stream: zip.stream,
    end: zip.end,
    fail: zip.fail,
  }
}

const isPacked = (place: string) => /\.(jpeg|gz)$/.test(place)

/** The one file of an export by itself, without pictures. */
export function fileSink(path: string): { sink: Sink; end(): Promise<void> } {
  const aside = `${path}.part`
  return {
    sink: {
      put: async () => undefined,
      putPieces: (_place, pieces) =>
        orNothing(aside, pipeline(Readable.from(pieces), createWriteStream(aside))),
    },
    end: () => rename(aside, path),
  }
}

/** A ZIP in a file, which stands there once it is whole. */
export async function writeZip<Done>(path: string, write: (sink: Sink) => Promise<Done>): Promise<Done> {
  const aside = `${path}.part`
  const { sink, stream, end, fail } = zipSink()
  const written = write(sink).then((done) => {
    end()
    return done
  })
  written.catch(fail)
  const [done] = await orNothing(aside, Promise.all([written, pipeline(stream, createWriteStream(aside))]))
  await rename(aside, path)
  return done
}

/** What broke off leaves nothing behind: it may hold what is not public. */
async function orNothing<Done>(aside: string, writing: Promise<Done>): Promise<Done> {
  try {
    return await writing
  } catch (error) {
    await rm(aside, { force: true })
    throw error
  }
}
