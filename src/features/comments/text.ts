import { oneLine } from '../../platform/one-line.ts'

/** In letters; the database holds no longer text either. */
export const mostLetters = { name: 60, text: 5_000, flag: 500 }

/** Unseen characters that embed or override a direction: with them a text reads as another. Marks of one letter stay. */
const turns = /[\u202a-\u202e\u2066-\u2069]/g

/** Marks heaped on one letter until they cover the lines around it. No script needs more than four. */
const heaped = /(\p{M}{4})\p{M}+/gu

/** What somebody typed as a comment: whole characters, no tricks, at most one empty line between two paragraphs. */
export function tidy(text: string): string {
  const clean = text
    .toWellFormed()
    .replace(turns, '')
    .replace(heaped, '$1')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return oneLine(clean) === '' ? '' : clean
}

/** A name on one line, without marks heaped up. */
export const tidyName = (name: string): string => oneLine(name.replace(heaped, '$1'))

/** Paragraphs of lines of pieces: words, or an address to follow. */
export type Piece = { words: string } | Address
/** An address as it is followed, and as it is shown: its host in letters that cannot be mistaken. */
export type Address = { href: string; shown: string }

const address = /https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]}»]/gi

export const paragraphsOf = (text: string): Piece[][][] =>
  text.split(/\n{2,}/).map((paragraph) => paragraph.split('\n').map(piecesOf))

function piecesOf(line: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const { 0: found, index } of line.matchAll(address)) {
    const link = addressOf(found)
    if (link === null) continue
    if (index > from) pieces.push({ words: line.slice(from, index) })
    pieces.push(link)
    from = index + found.length
  }
  if (from < line.length) pieces.push({ words: line.slice(from) })
  return pieces
}

const mostShown = 60

/** Hosts are shown as the network writes them: "раypal.com" with a Cyrillic letter becomes "xn--…". */
function addressOf(written: string): Address | null {
  if (!URL.canParse(written)) return null
  const { href, host, pathname, search, username } = new URL(written)
  if (host === '' || username !== '') return null
  const whole = `${host}${pathname === '/' ? '' : pathname}${search}`
  return { href, shown: whole.length > mostShown ? `${whole.slice(0, mostShown - 1)}…` : whole }
}

/** All addresses that a text leads to. */
export const addressesIn = (text: string): Address[] =>
  paragraphsOf(text)
    .flat(2)
    .filter((piece): piece is Address => 'href' in piece)

/** The first words of a text on one line, for a list or an email. */
export function excerpt(text: string, letters = 160): string {
  const line = text.replace(/\s+/g, ' ')
  const cut = [...line].slice(0, letters).join('')
  return cut.length < line.length ? `${cut.trimEnd()}…` : line
}

/** One form for texts that a reader takes for the same: no capitals, marks, signs or spaces. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
