/** Nobody takes one of them for another, read aloud or written by hand; without vowels they spell no word. */
export const alphabet = '23456789BCDFGHJKMNPQRSTVWXZ'

/** What somebody typed, as it is kept; null where it cannot be one. */
export function codeFrom(typed: string | undefined): string | null {
  const code = (typed ?? '').toUpperCase()
  return code.length === 6 && [...code].every((letter) => alphabet.includes(letter)) ? code : null
}

/** What is counted of a short address over some days. */
export type ShortAddressCounts = { visits: number; applications: number }
