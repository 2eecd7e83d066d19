import { openPicture, type PictureProblem, sizeOfPicture } from '../../platform/pictures.ts'

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
  try {
    const { data, info } = await (await openPicture(upload))
      .toColourspace('srgb')
      .resize({ width: side, height: side, fit: 'contain', background: '#0000' })
      .webp({ quality: 90, alphaQuality: 95 })
      .toBuffer({ resolveWithObject: true })
    return { width: info.width, height: info.height, bytes: data }
  } catch {
    // The decoder met damaged data half-way; its message is of no use to a director.
    return 'picture-broken'
  }
}
