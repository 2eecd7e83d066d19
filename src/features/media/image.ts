import { type PictureProblem, redrawn, sizeOfPicture } from '../../platform/pictures/index.ts'
import { heightAt } from './media.ts'

/** Narrower pictures look poor on every page. */
const MIN_WIDTH = 320
/** Widths we serve, in pixels. */
const WIDTHS = [480, 960, 1600]
/** As good as the eye sees on a page, of 100. */
const quality = { avif: 55, webp: 78, jpeg: 80 } as const

type Format = keyof typeof quality
type Size = { width: number; height: number }
/** One width and format of a picture, as served. */
export type ImageFile = Size & { format: Format; bytes: Buffer<ArrayBuffer> }
export type Image = Size & { files: ImageFile[] }

/** Why an upload is not taken; a code with words in the word files. */
export type ImageProblem = PictureProblem | 'picture-too-narrow'

/**
 * Reads an uploaded picture and writes it anew: upright, in sRGB, without EXIF, place or anything else that came
 * along in the file, so that nothing of the upload itself is ever served.
 *
 * @returns each width up to the picture's own, as WebP and as JPEG; or why the upload is not taken.
 */
export async function readImage(upload: Uint8Array): Promise<Image | ImageProblem> {
  const size = await sizeOf(upload)
  if (typeof size === 'string') return size
  const most = Math.min(size.width, WIDTHS.at(-1) ?? size.width)
  const widths = [...WIDTHS.filter((width) => width < most), most]
  const sizes = widths.map((width) => ({ width, height: heightAt(size, width) }))
  const files = await filesOf(upload, sizes, ['webp', 'jpeg'])
  return typeof files === 'string' ? files : { width: most, height: heightAt(size, most), files }
}

/** What keeps a picture out of the library as far as its head tells, at once; null where nothing does. */
export async function pictureProblem(upload: Uint8Array): Promise<ImageProblem | null> {
  const size = await sizeOf(upload)
  return typeof size === 'string' ? size : null
}

async function sizeOf(upload: Uint8Array): Promise<Size | ImageProblem> {
  const size = await sizeOfPicture(upload)
  return typeof size !== 'string' && size.width < MIN_WIDTH ? 'picture-too-narrow' : size
}

/**
 * The same picture as AVIF in each of its widths, a quarter smaller; made later, because it takes five times as long.
 *
 * @param largest the largest WebP that we made ourselves
 */
export async function encodeAvif(largest: Uint8Array, sizes: readonly Size[]): Promise<ImageFile[]> {
  const files: ImageFile[] = []
  // Each in its turn, so that whoever sends a picture meanwhile waits for one of them.
  for (const size of sizes) {
    const made = await filesOf(largest, [size], ['avif'])
    if (typeof made === 'string') throw new Error(made)
    files.push(...made)
  }
  return files
}

async function filesOf(
  picture: Uint8Array,
  sizes: readonly Size[],
  formats: readonly Format[],
): Promise<ImageFile[] | 'picture-broken'> {
  const forms = sizes.flatMap((size) =>
    formats.map((format) => ({ ...size, format, quality: quality[format] })),
  )
  const drawn = await redrawn(picture, { forms, ground: 'white' })
  if (typeof drawn === 'string') return drawn
  return drawn.flatMap((bytes, index) => {
    const form = forms[index]
    return form ? [{ width: form.width, height: form.height, format: form.format, bytes }] : []
  })
}
