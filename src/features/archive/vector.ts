import { tokensOf } from './fold.ts'

/** What a text counts by the place it stands in: its title most, what its own text says least. */
type Weight = 'A' | 'B' | 'C' | 'D'
export type Field = { text: string; weight: Weight }

/** A word as it stands in a text of some language, in PostgreSQL's own form: a stem, none for what is in every text. */
export type Stems = ReadonlyMap<string, readonly string[]>

/** PostgreSQL tells no places apart beyond this one. */
const lastPlace = 16_383
/** Words that follow each other across two fields are no phrase. */
const gap = 10

/** A word as it is compared, and as it is shown to whoever may have meant it. */
export type Spelling = { folded: string; shown: string }

/** The words of some fields, each once, by how a stemmer takes them. */
export function wordsOf(fields: readonly Field[]): Map<string, Spelling> {
  const words = new Map<string, Spelling>()
  for (const { text } of fields)
    for (const { plain, folded, from, to } of tokensOf(text))
      if (!words.has(plain)) words.set(plain, { folded, shown: text.slice(from, to).toLowerCase() })
  return words
}

/** A `tsvector` in its own spelling: each stem with the places at which it stands, and what these count. */
export function vectorOf(fields: readonly Field[], stems: Stems): string {
  const places = new Map<string, string[]>()
  let place = 0
  for (const { text, weight } of fields) {
    for (const { plain } of tokensOf(text)) {
      place = Math.min(place + 1, lastPlace)
      for (const stem of stems.get(plain) ?? [])
        places.set(stem, [...(places.get(stem) ?? []), `${place}${weight}`])
    }
    place += gap
  }
  return [...places].map(([stem, at]) => `${quoted(stem)}:${at.slice(0, mostPlaces).join(',')}`).join(' ')
}

/** PostgreSQL keeps no more of one word. */
const mostPlaces = 255

/** A stem as a vector or a query spells it, whatever signs are in it. */
export const quoted = (stem: string): string => `'${stem.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
