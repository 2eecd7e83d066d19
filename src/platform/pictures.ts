import type { Metadata } from 'sharp'
import { once } from './once.ts'

/** Largest upload of a picture, in bytes. */
export const mostPictureBytes = 10_000_000
/** Largest picture, in pixels: a 50-megapixel photograph passes, a bomb does not. */
const mostPixels = 60_000_000
/**
 * Largest PNG that is drawn step by step, in bytes of its pixels: nothing of it is finished before all of it is read, so it
 * takes as much memory, and four times the time of another one. A photograph of 24 megapixels passes.
 */
const mostInterlacedBytes = 72_000_000

/** Why an upload cannot be read; a code with words in the word files. */
export type PictureProblem =
  | 'picture-empty'
  | 'picture-too-heavy'
  | 'picture-wrong-kind'
  | 'picture-too-many-pixels'
  | 'picture-interlaced'
  | 'picture-broken'

let last: Promise<unknown> = Promise.resolve()

/** One picture at a time: a large JPEG that is drawn step by step takes a fifth of a gigabyte while it is read. */
export function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const mine = last.then(work, work)
  last = mine.catch(() => undefined)
  return mine
}

/** It takes memory for as long as the process lasts, so a site where no picture comes goes without. */
export const decoder = once(open)

async function open() {
  const { default: sharp } = await import('sharp')
  // Only three decoders may ever see a stranger's bytes.
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({
    operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
  })
  sharp.cache(false)
  return sharp
}

/** Width and height of an upload as it is shown, from its header alone: a bomb is never inflated. */
export async function sizeOfPicture(
  upload: Uint8Array,
): Promise<{ width: number; height: number } | PictureProblem> {
  if (upload.byteLength === 0) return 'picture-empty'
  if (upload.byteLength > mostPictureBytes) return 'picture-too-heavy'
  if (!isPicture(upload)) return 'picture-wrong-kind'
  try {
    const sharp = await decoder()
    const read = await sharp(upload, { limitInputPixels: false }).metadata()
    return excessOf(read) ?? read.autoOrient
  } catch {
    return 'picture-broken'
  }
}

/** What makes a picture cost more than any photograph does. */
function excessOf({
  width,
  height,
  channels,
  depth,
  format,
  isProgressive,
}: Metadata): PictureProblem | null {
  const pixels = width * height
  if (pixels > mostPixels) return 'picture-too-many-pixels'
  const bytes = pixels * channels * (depth === 'ushort' ? 2 : 1)
  return format === 'png' && isProgressive && bytes > mostInterlacedBytes ? 'picture-interlaced' : null
}

/** By the first bytes, whatever the name and the browser say: JPEG, PNG or WebP. */
function isPicture(upload: Uint8Array): boolean {
  const start = Buffer.from(upload.subarray(0, 12)).toString('latin1')
  const isWebp = start.startsWith('RIFF') && start.endsWith('WEBP')
  return start.startsWith('\xff\xd8\xff') || start.startsWith('\x89PNG\r\n\x1a\n') || isWebp
}

/** An upload of a known size, upright, to be written anew. It throws when it meets damaged data half-way. */
export async function openPicture(upload: Uint8Array) {
  const sharp = await decoder()
  return sharp(upload, { limitInputPixels: mostPixels, failOn: 'error' })
    .timeout({ seconds: 20 })
    .autoOrient()
}
