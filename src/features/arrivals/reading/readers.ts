import type { ArrivalKind } from '../arrival.ts'
import type { Reader, Source } from './blog.ts'
import { readGhost } from './ghost.ts'
import { readWxr } from './wxr.ts'

/**
 * How a file is read, by what is in it, whatever its name: JSON is Ghost's; all else is read as WordPress's, which says when it is
 * none.
 *
 * @param address where the blog was, for a file that says it nowhere; empty where nobody knows
 */
export async function readerFor(source: Source, address = ''): Promise<{ kind: ArrivalKind; read: Reader }> {
  for await (const bytes of source()) {
    const begins = new TextDecoder().decode(bytes.subarray(0, 200)).trimStart()
    if (begins !== '') return /^[{[]/.test(begins) ? { kind: 'ghost', read: readGhost(address) } : wordpress
  }
  return wordpress
}

const wordpress = { kind: 'wordpress', read: readWxr } as const
