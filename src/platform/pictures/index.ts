import { aside } from '../aside/index.ts'
import { excessOf, type Header, isPicture, mostPictureBytes, type PictureProblem } from './header.ts'
import type { Answer, Asked, Redrawing } from './pictures-process.ts'

export { mostPictureBytes, type PictureProblem } from './header.ts'

/** It stays for the next of a few pictures, and gives its memory back after them. */
const ask = aside<Asked, Answer>('src/platform/pictures/pictures-process.ts', {
  longestMs: 60_000,
  restMs: 5_000,
})

/** Width and height of an upload as it is shown, from its header alone: a bomb is never inflated. */
export async function sizeOfPicture(
  upload: Uint8Array,
): Promise<{ width: number; height: number } | PictureProblem> {
  if (upload.byteLength === 0) return 'picture-empty'
  if (upload.byteLength > mostPictureBytes) return 'picture-too-heavy'
  if (!isPicture(upload)) return 'picture-wrong-kind'
  try {
    const header = (await ask({ headerOf: upload })) as Header
    return excessOf(header) ?? header.autoOrient
  } catch {
    return 'picture-broken'
  }
}

/**
 * Writes an upload of a known size anew: upright, in sRGB, and with nothing that came along in the file.
 *
 * @returns the bytes of each form; `picture-broken` when it meets damaged data half-way, whose message is of no use to anybody
 */
export async function redrawn(
  upload: Uint8Array,
  redrawing: Redrawing,
): Promise<Buffer<ArrayBuffer>[] | 'picture-broken'> {
  try {
    const drawn = (await ask({ upload, ...redrawing })) as Uint8Array[]
    return drawn.map((bytes) => Buffer.from(bytes))
  } catch {
    return 'picture-broken'
  }
}
