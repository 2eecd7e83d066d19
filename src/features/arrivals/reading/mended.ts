import { namedCharacters } from './named-characters.ts'

/** What opens and closes a stretch that is read as it stands. */
const [opens, closes] = ['<![CDATA[', ']]>']

/** The most that is kept back at the end of a piece, since the next one may go on with it. */
const mostHeld = 40

/** Controls that XML does not know, as WordPress writes them all the same. */
const controls = /(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu

const reference = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,31}));|&/gi

/**
 * Bytes of an export as text that an XML parser takes: without controls, and with each `&` that is none of XML's own
 * written out. Stretches between CDATA marks stay as they are.
 *
 * @returns piece by piece; each is a part of the file, never all of it
 */
export async function* mended(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8')
  let rest = ''
  let isRaw = false
  for await (const bytes of source) {
    const text = rest + decoder.decode(bytes, { stream: true }).replace(controls, '')
    const done = mend(text, isRaw)
    isRaw = done.isRaw
    rest = done.rest
    if (done.text !== '') yield done.text
  }
  const text = rest + decoder.decode().replace(controls, '')
  yield isRaw ? text : text.replace(reference, written)
}

/** @returns what is sure, and what the next piece may go on with */
function mend(text: string, raw: boolean): { text: string; rest: string; isRaw: boolean } {
  const out: string[] = []
  let isRaw = raw
  let from = 0
  for (;;) {
    const mark = isRaw ? closes : opens
    const at = text.indexOf(mark, from)
    if (at < 0) break
    const end = at + mark.length
    const stretch = text.slice(from, end)
    out.push(isRaw ? stretch : stretch.replace(reference, written))
    isRaw = !isRaw
    from = end
  }
  const held = isRaw ? Math.max(from, text.length - closes.length + 1) : heldFrom(text, from)
  const sure = text.slice(from, held)
  out.push(isRaw ? sure : sure.replace(reference, written))
  return { text: out.join(''), rest: text.slice(held), isRaw }
}

/** From where the end may be the beginning of a mark, or of a reference. */
function heldFrom(text: string, from: number): number {
  const least = Math.max(from, text.length - mostHeld)
  const end = text.slice(least)
  const at = Math.max(end.lastIndexOf('&'), end.lastIndexOf('<'))
  return at < 0 ? text.length : least + at
}

function written(found: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) {
    if (/^(amp|lt|gt|quot|apos)$/.test(name)) return found
    return namedCharacters.get(name) ?? `&amp;${found.slice(1)}`
  }
  const digits = decimal ?? hex
  if (digits === undefined) return '&amp;'
  const code = Number.parseInt(digits, decimal === undefined ? 16 : 10)
  return isCharacter(code) ? found : ''
}

const isCharacter = (code: number) =>
  [0x9, 0xa, 0xd].includes(code) ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff)
