import { once } from '../../platform/once.ts'

/** What stands where bytes were no letter in the encoding that a file was read in. */
export const unreadable = '\ufffd'

/** What the bytes of Western European programs mean, by letter. */
const tables = once(() =>
  ['windows-1252', 'macintosh'].map((encoding) => {
    const decoder = new TextDecoder(encoding)
    return new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]))
  }),
)

/**
 * Whether letters were lost, or stand for others: a program on the way read or wrote the text in another encoding. One that
 * has no Ł writes a question mark, and none but that of a web address has a letter behind it: "?ukasz", "Ay?e".
 */
export const isGarbled = (text: string): boolean =>
  text.includes(unreadable) || /^[^/=]*\?\p{L}/u.test(text) || ungarbled(text) !== null

/**
 * The text as it was before a program took UTF-8 for Western European: "GarcÃ­a" was "García".
 *
 * @returns null when it is not of that kind
 */
export function ungarbled(text: string): string | null {
  for (const table of tables()) {
    const bytes = [...text].flatMap((letter) => table.get(letter) ?? [])
    const isWhole = bytes.length === [...text].length && bytes.some((byte) => byte >= 0x80)
    const meant = isWhole ? new TextDecoder().decode(Uint8Array.from(bytes)) : unreadable
    if (!meant.includes(unreadable)) return meant
  }
  return null
}
