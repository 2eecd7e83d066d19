import { heightAt } from './media.ts'

/** Largest upload, in bytes. */
export const MAX_BYTES = 10_000_000
/** Largest picture, in pixels: a 50-megapixel photograph passes, a bomb does not. */
const MAX_PIXELS = 60_000_000
/** Narrower pictures look poor on every page. */
const MIN_WIDTH = 320
/** Widths we serve, in pixels. */
const WIDTHS = [480, 960, 1600]

/** One width and format of a picture, as served. */
export type ImageFile = { width: number; height: number; format: 'webp' | 'jpeg'; bytes: Buffer }
export type Image = { width: number; height: number; files: ImageFile[] }

/** Why an upload is not taken; a code with words in the word files. */
export type ImageProblem =
  | 'picture-empty'
  | 'picture-too-heavy'
  | 'picture-wrong-kind'
  | 'picture-too-many-pixels'
  | 'picture-too-narrow'
  | 'picture-broken'

/**
 * Reads an uploaded picture and writes it anew: upright, in sRGB, without EXIF, place or anything else that came
 * along in the file, so that nothing of the upload itself is ever served.
 *
 * @returns each width up to the picture's own, as WebP and as JPEG; or why the upload is not taken.
 */
export async function readImage(upload: Uint8Array): Promise<Image | ImageProblem> {
  if (upload.byteLength === 0) return 'picture-empty'
  if (upload.byteLength > MAX_BYTES) return 'picture-too-heavy'
  if (!isPicture(upload)) return 'picture-wrong-kind'
  const size = await sizeOf(upload)
  if (typeof size === 'string') return size
  if (size.width < MIN_WIDTH) return 'picture-too-narrow'
  try {
    const files = await encode(upload, size)
    const largest = files.at(-1)
    return largest ? { width: largest.width, height: largest.height, files } : 'picture-broken'
  } catch {
    // The decoder met damaged data half-way; its message is of no use to an editor.
    return 'picture-broken'
  }
}

/** By the first bytes, whatever the name and the browser say: JPEG, PNG or WebP. */
function isPicture(upload: Uint8Array): boolean {
  const start = Buffer.from(upload.subarray(0, 12)).toString('latin1')
  const isWebp = start.startsWith('RIFF') && start.endsWith('WEBP')
  return start.startsWith('\xff\xd8\xff') || start.startsWith('\x89PNG\r\n\x1a\n') || isWebp
}

let opened: ReturnType<typeof open> | undefined

/** It takes memory for as long as the process lasts, so a site where no picture comes goes without. */
const decoder = () => {
  opened ??= open()
  return opened
}

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

/** Width and height as shown, from the header alone: a bomb is never inflated. */
async function sizeOf(upload: Uint8Array): Promise<{ width: number; height: number } | ImageProblem> {
  try {
    const sharp = await decoder()
    const { autoOrient } = await sharp(upload, { limitInputPixels: false }).metadata()
    return autoOrient.width * autoOrient.height > MAX_PIXELS ? 'picture-too-many-pixels' : autoOrient
  } catch {
    return 'picture-broken'
  }
}

async function encode(upload: Uint8Array, size: { width: number; height: number }): Promise<ImageFile[]> {
  const largest = Math.min(size.width, WIDTHS.at(-1) ?? size.width)
  const widths = [...WIDTHS.filter((width) => width < largest), largest]
  const sharp = await decoder()
  // Decoded once, at the largest width we keep; the smaller ones come from that.
  const { data, info } = await sharp(upload, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    .timeout({ seconds: 20 })
    .autoOrient()
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
