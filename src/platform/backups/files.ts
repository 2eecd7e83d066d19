import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { extract, type Pack, pack } from 'tar-stream'
import { type ClusterFile, copyFiles } from '../../db/files/index.ts'
import { Refusal, Unacceptable } from '../refusals.ts'
import { seal, unseal } from './seal.ts'

/** The files of a running database as one, compressed, and encrypted for the recipients. */
export async function copyOfFiles(
  url: string,
  folder: string,
  recipients: readonly string[],
): Promise<Readable> {
  const tar = pack()
  const sealed = await seal(Readable.from(tar), recipients)
  copyFiles(url, folder, (file) => add(tar, file)).then(
    () => tar.finalize(),
    (error) => sealed.destroy(error),
  )
  return sealed
}

async function add(tar: Pack, { path, size, bytes }: ClusterFile): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const taken = (error?: Error | null) => (error ? reject(error) : resolve())
  if (bytes === null) tar.entry({ name: path, type: 'directory', mode: 0o700 }, taken).end(undefined)
  else bytes.pipe(tar.entry({ name: path, size, mode: 0o600 }, taken) as unknown as NodeJS.WritableStream)
  await promise
}

/** The last file of a copy: without it, the copy is not whole. */
const lastFile = 'backup_label'

/**
 * Unpacks a copy of files into a new folder, and nothing outside of it.
 *
 * @throws Unacceptable with a code that begins with `backup-`
 */
export async function unpackFiles(copy: Readable, identity: string | null, folder: string): Promise<void> {
  const plain = await unseal(copy, identity)
  const tar = extract()
  plain.on('error', (error) => tar.destroy(error))
  plain.pipe(tar as unknown as NodeJS.WritableStream)
  let last = ''
  try {
    for await (const entry of tar) {
      const { name, type } = entry.header
      last = name
      if (!/^\w[\w.-]*(\/[\w.-]+)*\/?$/.test(name) || name.split('/').includes('..'))
        throw new Unacceptable('backup-piece-unknown', { name: 'a path' })
      if (type === 'directory') await mkdir(join(folder, name), { recursive: true, mode: 0o700 })
      else await pipeline(Readable.from(entry), createWriteStream(join(folder, name), { mode: 0o600 }))
      entry.resume()
    }
  } catch (error) {
    throw error instanceof Refusal ? error : new Unacceptable('backup-damaged')
  } finally {
    copy.destroy()
  }
  if (last !== lastFile) throw new Unacceptable('backup-cut-off')
}
