import type { Branch, Piece, Split, Telling } from './branches.ts'
import type { Unit } from './xliff/read.ts'
import { spelled } from './xliff/spelled.ts'
import { unitId } from './xliff/write.ts'

type Placed = { missing: string[]; repeated: string[] }

/**
 * Names that stand too seldom or too often in one form of a sentence, each with the unit that it is: one that ours fills in there
 * and theirs does not, and one that theirs fills in more often than any form of ours or of the English.
 */
export function misplaced(key: string, units: readonly Unit[], split: Split, locale: string): Placed {
  const { pairs, tellings, isWhole } = split
  const found: Placed = { missing: [], repeated: [] }
  if (isWhole) return found
  const all = pairs.flatMap(({ source, target }) => [source, target])
  for (const pair of pairs) {
    const id = unitId(key, pair.source)
    const theirs = units.find((unit) => unit.id === id)?.target ?? null
    if (theirs === null || spelled(theirs) === spelled(pair.target.pieces)) continue
    const at = (name: string) => `${name} (${id})`
    const missing = namesOf(needed(pair, tellings, locale)).filter((name) => timesOf(theirs, name) === 0)
    const repeated = namesOf(theirs).filter(
      (name) => timesOf(theirs, name) > Math.max(1, ...all.map(({ pieces }) => timesOf(pieces, name))),
    )
    found.missing.push(...missing.map(at))
    found.repeated.push(...repeated.map(at))
  }
  return found
}

/** What one form must fill in: what ours does, or the English where we have none; but no number that is always the same. */
function needed({ source, target }: Split['pairs'][number], tellings: readonly Telling[], locale: string) {
  const ours = target.pieces.length > 0 ? target.pieces : source.pieces
  return ours.filter((piece) => {
    if (typeof piece === 'string') return false
    const telling = tellings.find(({ name, by }) => name === piece.name && by === 'plural')
    return telling ? !isOneNumber(telling, target, locale) : timesOf(source.pieces, piece.name) > 0
  })
}

/** Of larger numbers a language tells none apart that it does not tell apart among these. */
const numbers = Array.from({ length: 1_001 }, (_, number) => number)

/** Whether a form is for a single number: for an exact one, or for a case in which the language has no other. */
function isOneNumber({ name, cases }: Telling, { cases: chosen }: Branch, locale: string): boolean {
  const is = chosen.find((one) => one.name === name)?.is ?? 'other'
  if (is.startsWith('=')) return true
  const rules = new Intl.PluralRules(locale)
  return numbers.filter((number) => !cases.includes(`=${number}`) && rules.select(number) === is).length === 1
}

const timesOf = (pieces: readonly Piece[], name: string): number =>
  pieces.filter((piece) => typeof piece !== 'string' && piece.name === name).length

const namesOf = (pieces: readonly Piece[]): string[] => [
  ...new Set(pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.name]))),
]
