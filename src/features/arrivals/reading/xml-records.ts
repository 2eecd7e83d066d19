import { SaxesParser } from 'saxes'
import { Unacceptable } from '../../../platform/refusals.ts'
import { mended } from './mended.ts'

/** An element with all that is in it. */
export type XmlRecord = {
  name: string
  attributes: Record<string, string>
  text: string
  children: XmlRecord[]
}

/** In letters: one record with its text. A blog that was kept for ten years has none of a tenth of it. */
const mostText = 16_000_000
/** What an element costs beside its text, in the memory of as many letters. */
const elementCost = 40
/** Elements within each other. An export has seven. */
const mostDepth = 64

/** Which elements are records, by their names, and how many elements stand around one. */
type Wanted = { names: ReadonlySet<string>; depth: number; root: string }

/**
 * Reads records out of an XML file of any size, one after the other. What is badly written is passed over.
 *
 * @returns each record, and whether the file was whole
 * @throws Unacceptable `not-an-export` when it begins with something else, `export-too-deep`, `export-too-long`
 */
export async function* xmlRecords(
  source: AsyncIterable<Uint8Array>,
  wanted: Wanted,
): AsyncGenerator<XmlRecord, { isWhole: boolean }> {
  const { parser, read } = recordReader(wanted)
  for await (const text of mended(source)) {
    parser.write(text)
    read.letters += text.length
    if (read.letters > mostText) throw new Unacceptable('export-too-long')
    yield* read.done.splice(0)
  }
  if (!read.hasBegun) throw new Unacceptable('not-an-export')
  return { isWhole: read.around === 0 }
}

/** @returns the parser, and what it has read: elements that are open, records that are done, letters since the last one */
function recordReader({ names, depth, root }: Wanted) {
  const parser = new SaxesParser({ position: false })
  const read = { around: 0, letters: 0, hasBegun: false, done: [] as XmlRecord[] }
  const open: XmlRecord[] = []
  // What is badly written is passed over: the next element is read as if nothing had been.
  parser.on('error', () => undefined)
  parser.on('opentag', ({ name, attributes }) => {
    if (!read.hasBegun && name !== root) throw new Unacceptable('not-an-export')
    read.hasBegun = true
    read.around += 1
    read.letters += elementCost
    if (read.around > mostDepth) throw new Unacceptable('export-too-deep')
    if (open.length === 0 && !(read.around === depth + 1 && names.has(name))) return
    const record: XmlRecord = {
      name,
      attributes: { ...(attributes as Record<string, string>) },
      text: '',
      children: [],
    }
    open.at(-1)?.children.push(record)
    open.push(record)
  })
  const add = (text: string) => {
    const record = open.at(-1)
    if (record) record.text += text
  }
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('closetag', () => {
    read.around -= 1
    const record = open.pop()
    if (!record || open.length > 0) return
    read.done.push(record)
    read.letters = 0
  })
  return { parser, read }
}
