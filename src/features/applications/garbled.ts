/** What stands where bytes were no letter in the encoding that a file was read in. */
export const unreadable = '\ufffd'

const western = new Map(
  Array.from({ length: 256 }, (_, byte) => [
    new TextDecoder('windows-1252').decode(Uint8Array.of(byte)),
    byte,
  ]),
)

/** Whether letters were lost, or stand for others: a program on the way read the text in another encoding. */
export const isGarbled = (text: string): boolean => text.includes(unreadable) || ungarbled(text) !== null

/**
 * The text as it was before a program took UTF-8 for Western European: "GarcÃ­a" was "García".
 *
 * @returns null when it is not of that kind
 */
export function ungarbled(text: string): string | null {
  const bytes = [...text].map((letter) => western.get(letter))
  if (bytes.every((byte) => byte !== undefined && byte < 0x80)) return null
  if (!bytes.every((byte) => byte !== undefined)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes))
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}
