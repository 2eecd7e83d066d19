import { type PictureProblem, redrawn, sizeOfPicture } from '../../platform/pictures/index.ts'

/** A picture as it is kept and served. */
export type SignPicture = { width: number; height: number; bytes: Buffer }

/** Twice as large as the largest place it stands in, for fine screens; in pixels. */
const side = 192

/**
 * Reads an uploaded sign and writes it anew, small and with nothing that came along in the file. What is not there
 * stays clear: a sign stands on paper by day and on ink at night.
 */
export async function readSign(upload: Uint8Array): Promise<SignPicture | PictureProblem> {
  const size = await sizeOfPicture(upload)
  if (typeof size === 'string') return size
  const form = { width: side, height: side, format: 'webp', quality: 90 } as const
  const drawn = await redrawn(upload, { forms: [form], ground: 'clear' })
  const [bytes] = typeof drawn === 'string' ? [] : drawn
  return bytes ? { width: side, height: side, bytes } : 'picture-broken'
}
