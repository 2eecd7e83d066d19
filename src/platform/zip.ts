import { crc32, deflateRawSync } from 'node:zlib'

export type ZipFile = { name: string; content: string | Buffer }

/** 1 January 1980, as the format counts: files are told apart by what is in them. */
const epoch = 0x00210000
const utf8Names = 0x0800
const deflated = 8

/**
 * Packs a few files into one ZIP, in memory.
 *
 * @param files names are relative, with slashes; all together well below 4 GB
 * @source APPNOTE.TXT 6.3, sections 4.3.7, 4.3.12 and 4.3.16
 */
export function zipOf(files: readonly ZipFile[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content } of files) {
    const raw = Buffer.from(content as string)
    const packed = deflateRawSync(raw)
    const path = Buffer.from(name)
    const facts = factsOf({ raw, packed, path })
    const local = Buffer.concat([Buffer.from('PK\x03\x04\x14\x00', 'latin1'), facts, path, packed])
    // Made by version 2.0; no comment, first disk, no attributes.
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00\x14\x00', 'latin1'), facts, rest, path)
    parts.push(local)
    at += local.length
  }
  return Buffer.concat([...parts, ...directory, endOf(files.length, at, Buffer.concat(directory).length)])
}

/** What the entry and the directory say alike of a file. */
function factsOf({ raw, packed, path }: { raw: Buffer; packed: Buffer; path: Buffer }): Buffer {
  const facts = Buffer.alloc(24)
  facts.writeUInt16LE(utf8Names, 0)
  facts.writeUInt16LE(deflated, 2)
  facts.writeUInt32LE(epoch, 4)
  facts.writeUInt32LE(crc32(raw), 8)
  facts.writeUInt32LE(packed.length, 12)
  facts.writeUInt32LE(raw.length, 16)
  facts.writeUInt16LE(path.length, 20)
  return facts
}

function endOf(count: number, at: number, length: number): Buffer {
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(length, 12)
  end.writeUInt32LE(at, 16)
  return end
}
