import { decoder, inTurn, openPicture, type PictureProblem, sizeOfPicture } from '../../platform/pictures.ts'
import { heightAt } from './media.ts'

/** Narrower pictures look poor on every page. */
const MIN_WIDTH = 320
/** Widths we serve, in pixels. */
const WIDTHS = [480, 960, 1600]

/** One width and format of a picture, as served. */
export type ImageFile = { width: number; height: number; format: 'avif' | 'webp' | 'jpeg'; bytes: Buffer }
export type Image = { width: number; height: number; files: ImageFile[] }

/** Why an upload is not taken; a code with words in the word files. */
export type ImageProblem = PictureProblem | 'picture-too-narrow'

/**
 * Reads an uploaded picture and writes it anew: upright, in sRGB, without EXIF, place or anything else that came
 * along in the file, so that nothing of the upload itself is ever served.
 *
 * @returns each width up to the picture's own, as WebP and as JPEG; or why the upload is not taken.
 */
export async function readImage(upload: Uint8Array): Promise<Image | ImageProblem> {
  const size = await sizeOfPicture(upload)
  if (typeof size === 'string') return size
  if (size.width < MIN_WIDTH) return 'picture-too-narrow'
  try {
    const files = await inTurn(() => encode(upload, size))
    const largest = files.at(-1)
    return largest ? { width: largest.width, height: largest.height, files } : 'picture-broken'
  } catch {
    // The decoder met damaged data half-way; its message is of no use to an editor.
    return 'picture-broken'
  }
}

async function encode(upload: Uint8Array, size: { width: number; height: number }): Promise<ImageFile[]> {
  const largest = Math.min(size.width, WIDTHS.at(-1) ?? size.width)
  const widths = [...WIDTHS.filter((width) => width < largest), largest]
  const sharp = await decoder()
  // Decoded once, at the largest width we keep; the smaller ones come from that.
  const { data, info } = await (await openPicture(upload))
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .resize({ width: largest, height: heightAt(size, largest), fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const raw = { width: info.width, height: info.height, channels: info.channels }
  const files: ImageFile[] = []
  for (const width of widths) {
    const height = heightAt(size, width)
    const scaled = sharp(data, { raw }).resize({ width, height, fit: 'fill' })
    const webp = await scaled.clone().webp({ quality: 78 }).toBuffer()
    const jpeg = await scaled.jpeg({ quality: 80, mozjpeg: true }).toBuffer()
    files.push({ width, height, format: 'webp', bytes: webp }, { width, height, format: 'jpeg', bytes: jpeg })
  }
  return files
}

/**
 * The same picture as AVIF in each of its widths, a quarter smaller; made later, because it takes five times as long.
 *
 * @param largest the largest WebP that we made ourselves
 */
export async function encodeAvif(
  largest: Uint8Array,
  sizes: readonly Pick<ImageFile, 'width' | 'height'>[],
): Promise<ImageFile[]> {
  const files: ImageFile[] = []
  for (const { width, height } of sizes) {
    const bytes = await inTurn(async () => {
      const picture = (await openPicture(largest)).resize({ width, height, fit: 'fill' })
      return picture.avif({ quality: 55, effort: 2 }).toBuffer()
    })
    files.push({ width, height, format: 'avif', bytes })
  }
  return files
}
