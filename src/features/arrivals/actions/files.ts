import { open, realpath } from 'node:fs/promises'
import { basename, join, sep } from 'node:path'
import type { Tx } from '../../../db/index.ts'
import { licenceOf } from '../../../platform/licences.ts'
import { keepImage, pictureProblem, readImage } from '../../media/index.ts'
import type { CameFile } from '../arrival.ts'
import { before } from '../queries/known.ts'
import { belowUploads, isPictureAt } from '../reading/around.ts'
import { decoded } from '../reading/folder-paths.ts'
import { digest } from './digest.ts'
import type { Fate } from './keeping.ts'
import type { Under } from './under.ts'

/** Largest that is read, in bytes: what is larger is no picture that the library takes. */
const mostBytes = 10_000_000

/**
 * Takes a picture of the blog into the library, written anew, from the folder that came along: nothing is fetched. The same
 * picture is there once.
 */
export async function bringFile(under: Under, tx: Tx, file: CameFile): Promise<Fate> {
  const { sourceId, title } = file
  const fate = { kind: 'file' as const, sourceId, title: title || basename(file.url) }
  if (!isPictureAt(file.url)) return { ...fate, outcome: 'left-out', reason: 'no-picture' }
  const known = (await before(tx, { site: under.site, kind: 'file', ids: [sourceId] })).get(sourceId)
  if (known?.mediaId) return { ...fate, ...known, outcome: 'unchanged', reason: '' }
  const bytes = under.media === null ? null : await bytesOf(under.media, file)
  if (bytes === null) return { ...fate, outcome: 'left-out', reason: 'not-in-folder' }
  const sha256 = digest(bytes)
  const same = await tx
    .selectFrom('media')
    .select('id')
    .where('sha256', '=', sha256)
    .where('replacedBy', 'is', null)
    .executeTakeFirst()
  const kept = same
    ? { id: same.id, outcome: 'merged' as const }
    : await keep(under, tx, { file, bytes, sha256 })
  if ('reason' in kept) return { ...fate, outcome: 'left-out', reason: kept.reason }
  return { ...fate, outcome: kept.outcome, fingerprint: sha256, mediaId: kept.id }
}

type Kept = { id: string; outcome: 'imported' } | { reason: string }

/** What stands in a rehearsal for a picture that would come in. */
const someId = '00000000-0000-0000-0000-000000000000'

async function keep(
  { app, actor, arrivalId }: Under,
  tx: Tx,
  { file, bytes, sha256 }: { file: CameFile; bytes: Buffer; sha256: Buffer },
): Promise<Kept> {
  if (arrivalId === null) {
    const problem = await pictureProblem(bytes)
    return problem === null ? { id: someId, outcome: 'imported' } : { reason: problem }
  }
  const image = await readImage(bytes)
  if (typeof image === 'string') return { reason: image }
  const { author = '', source = '', licence = '' } = file.credit ?? {}
  const credit = {
    author: author.slice(0, 400),
    source: source.slice(0, 400),
    licence: licenceOf(licence)?.id ?? '',
  }
  const said = { alt: file.alt.slice(0, 400), caption: file.caption.slice(0, 400), ...credit }
  return { id: await keepImage(app, tx, actor, { image, sha256, said }), outcome: 'imported' }
}

/** The bytes of a file by where it was; null when it is not in the folder, or leads out of it. */
async function bytesOf(folder: string, file: CameFile): Promise<Buffer | null> {
  const root = await realpath(folder).catch(() => null)
  if (root === null) return null
  for (const name of namesOf(file)) {
    const path = await realpath(join(root, name)).catch(() => null)
    if (path?.startsWith(root + sep)) return read(path)
  }
  return null
}

async function read(path: string): Promise<Buffer | null> {
  const file = await open(path)
  try {
    const about = await file.stat()
    return about.isFile() && about.size <= mostBytes ? await file.readFile() : null
  } finally {
    await file.close()
  }
}

/** Where it may be: as it was on the server, as a folder of uploads or of Ghost's content has it, or by its name alone. */
function namesOf({ url, sourceId }: CameFile): string[] {
  const path = decoded(URL.canParse(url) ? new URL(url).pathname : url)
  const inUploads = belowUploads(path)
  return [
    sourceId,
    path,
    join('images', inUploads),
    join('content', 'images', inUploads),
    join('wp-content', 'uploads', inUploads),
    join('uploads', inUploads),
    inUploads,
    // The folder that was named may be the first one of the path itself: that of pictures in an export of ours.
    path.replace(/^\/[^/]+\//, ''),
    basename(path),
  ].filter((name) => name !== '' && !name.includes('\0'))
}
