/** Largest upload of a picture, in bytes. */
export const mostPictureBytes = 10_000_000
/** Largest picture, in pixels: a 50-megapixel photograph passes, a bomb does not. */
const mostPixels = 60_000_000

/** Why an upload cannot be read; a code with words in the word files. */
export type PictureProblem =
  | 'picture-empty'
  | 'picture-too-heavy'
  | 'picture-wrong-kind'
  | 'picture-too-many-pixels'
  | 'picture-broken'

let last: Promise<unknown> = Promise.resolve()

/** One picture at a time: a large one that is drawn step by step takes a quarter of a gigabyte while it is read. */
export function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const mine = last.then(work, work)
  last = mine.catch(() => undefined)
  return mine
}

let opened: ReturnType<typeof open> | undefined

/** It takes memory for as long as the process lasts, so a site where no picture comes goes without. */
export const decoder = () => {
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

/** Width and height of an upload as it is shown, from its header alone: a bomb is never inflated. */
export async function sizeOfPicture(
  upload: Uint8Array,
): Promise<{ width: number; height: number } | PictureProblem> {
  if (upload.byteLength === 0) return 'picture-empty'
  if (upload.byteLength > mostPictureBytes) return 'picture-too-heavy'
  if (!isPicture(upload)) return 'picture-wrong-kind'
  try {
    const sharp = await decoder()
    const { autoOrient } = await sharp(upload, { limitInputPixels: false }).metadata()
    return autoOrient.width * autoOrient.height > mostPixels ? 'picture-too-many-pixels' : autoOrient
  } catch {
    return 'picture-broken'
  }
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
