/** A piece of a text: words, or an address to follow. */
export type Piece = { words: string } | { href: string }

const address = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]}»]/g

/** Cuts a plain text into words and web addresses, so that the addresses can be followed. */
export function linked(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const { 0: href, index } of text.matchAll(address)) {
    if (index > from) pieces.push({ words: text.slice(from, index) })
    pieces.push({ href })
    from = index + href.length
  }
  if (from < text.length) pieces.push({ words: text.slice(from) })
  return pieces
}
