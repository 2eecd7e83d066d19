import { closeSync, openSync, readSync, writeFileSync } from 'node:fs'

/** Texts that are put aside and read again, in a file, so that a large site needs no large memory. */
export type Spool = {
  keep(text: string): number
  read(number: number): string
  close(): void
}

/** So many bytes are written at once. */
const piece = 1_000_000

/** @param path of a file that may go once all is done */
export function openSpool(path: string): Spool {
  const file = openSync(path, 'w+')
  const kept: { at: number; length: number }[] = []
  let held: Buffer[] = []
  let written = 0
  let end = 0
  const flush = () => {
    writeFileSync(file, Buffer.concat(held))
    written = end
    held = []
  }
  return {
    keep(text) {
      const bytes = Buffer.from(text)
      kept.push({ at: end, length: bytes.length })
      held.push(bytes)
      end += bytes.length
      if (end - written > piece) flush()
      return kept.length - 1
    },
    read(number) {
      if (held.length > 0) flush()
      const { at, length } = kept[number] ?? { at: 0, length: 0 }
      const bytes = Buffer.alloc(length)
      readSync(file, bytes, 0, length, at)
      return bytes.toString()
    },
    close: () => closeSync(file),
  }
}
