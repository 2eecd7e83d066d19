import { open } from 'node:fs/promises'

/** Texts that are put aside and read again, in a file, so that a large site needs no large memory. */
export type Spool = {
  keep(text: string): Promise<number>
  read(number: number): Promise<string>
  close(): Promise<void>
}

/** @param path of a file that may go once all is done */
export async function openSpool(path: string): Promise<Spool> {
  const file = await open(path, 'w+')
  const kept: { at: number; length: number }[] = []
  let end = 0
  return {
    async keep(text) {
      const bytes = Buffer.from(text)
      const at = end
      end += bytes.length
      kept.push({ at, length: bytes.length })
      await file.write(bytes, 0, bytes.length, at)
      return kept.length - 1
    },
    async read(number) {
      const { at, length } = kept[number] ?? { at: 0, length: 0 }
      const bytes = Buffer.alloc(length)
      await file.read(bytes, 0, length, at)
      return bytes.toString()
    },
    close: () => file.close(),
  }
}
