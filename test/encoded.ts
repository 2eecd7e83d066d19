import type { Encoding } from '../src/features/applications/encodings.ts'

const tables = new Map<Encoding, Map<string, number[]>>()

/** A text in the bytes of an old encoding, which the platform reads and does not write. */
export function encoded(text: string, encoding: Encoding): Buffer<ArrayBuffer> {
  const table = tables.get(encoding) ?? tableOf(encoding)
  tables.set(encoding, table)
  return Buffer.from(
    [...text].flatMap((letter) => {
      const bytes = table.get(letter)
      if (!bytes) throw new Error(`${encoding} has no ${letter}`)
      return bytes
    }),
  )
}

/** What one and two bytes mean; the fewest bytes win. */
function tableOf(encoding: Encoding): Map<string, number[]> {
  const table = new Map<string, number[]>()
  const decoder = new TextDecoder(encoding)
  const add = (...bytes: number[]) => {
    const letter = decoder.decode(Uint8Array.from(bytes))
    if ([...letter].length === 1 && letter !== '\ufffd' && !table.has(letter)) table.set(letter, bytes)
  }
  for (let one = 0; one < 256; one++) add(one)
  for (let one = 128; one < 256; one++) for (let two = 64; two < 256; two++) add(one, two)
  return table
}
