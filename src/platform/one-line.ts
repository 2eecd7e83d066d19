/**
 * Characters that turn the direction of the text around them: marks, embeddings, overrides and isolates. Unseen, they
 * make a name, an address or a subject read as another.
 */
const turns = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** A letter, a figure or a sign: what is not blank, unseen or a mark on something else. */
const seen = /[^\p{C}\p{Z}\p{M}]/u

/**
 * A name, an address or a title on one line: single spaces, and nothing unseen that turns its direction. Where there is
 * nothing to see, there is nothing.
 */
export function oneLine(text: string): string {
  const line = text.replace(turns, '').replace(/\s+/g, ' ').trim()
  return seen.test(line) ? line : ''
}

/** A subject on one line. Isolates that close again stay: our own sentences hold names of another script in them. */
export function subjectLine(text: string): string {
  const kept = text.replace(/[\u2066-\u2068][^\u2066-\u2069]*\u2069|[\s\S]/g, (part) =>
    part.length > 1 ? `${part[0]}${oneLineInside(part)}\u2069` : part.replace(turns, ''),
  )
  return kept.replace(/\s+/g, ' ').trim()
}

const oneLineInside = (isolate: string) => isolate.slice(1, -1).replace(turns, '')

/** Whether something unseen turns the direction of a text. */
export const isTurned = (text: string): boolean => text.search(turns) >= 0
