import type { Metadata } from 'sharp'

/** Largest upload of a picture, in bytes. */
export const mostPictureBytes = 10_000_000
/** Largest picture, in pixels: a 50-megapixel photograph passes, a bomb does not. */
export const mostPixels = 60_000_000
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

/** What is read of a picture before its pixels are. */
export type Header = Pick<
  Metadata,
  'width' | 'height' | 'channels' | 'depth' | 'format' | 'isProgressive' | 'autoOrient'
>

/** What makes a picture cost more than any photograph does. */
export function excessOf({
  width,
  height,
  channels,
  depth,
  format,
  isProgressive,
}: Header): PictureProblem | null {
  const pixels = width * height
  if (pixels > mostPixels) return 'picture-too-many-pixels'
  const bytes = pixels * channels * (depth === 'ushort' ? 2 : 1)
  return format === 'png' && isProgressive && bytes > mostInterlacedBytes ? 'picture-interlaced' : null
}

/** By the first bytes, whatever the name and the browser say: JPEG, PNG or WebP. */
export function isPicture(upload: Uint8Array): boolean {
  const start = Buffer.from(upload.subarray(0, 12)).toString('latin1')
  const isWebp = start.startsWith('RIFF') && start.endsWith('WEBP')
  return start.startsWith('\xff\xd8\xff') || start.startsWith('\x89PNG\r\n\x1a\n') || isWebp
}
