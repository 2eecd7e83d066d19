import { Unacceptable } from '../../../platform/refusals.ts'
import type { ArrivalKind } from '../arrival.ts'
import type { Reader, Source } from './blog.ts'
import { readGhost } from './ghost.ts'
import { readWxr } from './wxr.ts'

/** How a ZIP begins, and what gzip has packed. */
const packed = /^(504b0304|1f8b)/

/**
 * How a file is read, by what is in it, whatever its name: JSON is Ghost's; all else is read as WordPress's, which says when it is
 * none.
 *
 * @throws Unacceptable `packed-export` for one in an archive, as WordPress.com gives it
 *
 * @param address where the blog was, for a file that says it nowhere; empty where nobody knows
 */
export async function readerFor(source: Source, address = ''): Promise<{ kind: ArrivalKind; read: Reader }> {
  for await (const bytes of source()) {
    if (packed.test(Buffer.from(bytes.subarray(0, 4)).toString('hex')))
      throw new Unacceptable('packed-export')
    const begins = new TextDecoder().decode(bytes.subarray(0, 200)).trimStart()
    if (begins !== '') return /^[{[]/.test(begins) ? { kind: 'ghost', read: readGhost(address) } : wordpress
  }
  return wordpress
}

const wordpress = { kind: 'wordpress', read: readWxr } as const
