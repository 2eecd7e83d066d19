import type { Sector } from './application.ts'
import { sectorAsSaid } from './choices.ts'
import { fold, isOneSlipAway } from './fold.ts'

/** Answers of the form as they were worded before, and are no longer. */
const formerAnswers: Record<string, Sector> = {
  'academic library': 'academic',
  'special library': 'special',
  'library and information studies student or teacher': 'lis',
}

/** @returns the sector of an answer of the form in any language; null for what was written freely, for a person to decide */
export const sectorOf = (written: string): Sector | null =>
  sectorAsSaid(written) ?? formerAnswers[fold(written)] ?? null

/**
 * What a free answer most likely means.
 *
 * @returns `obvious`: nobody would doubt it. Who ticked "Other" and named something that is no kind of library of
 *   the form is in "other".
 */
export function suggestedSector(written: string): { sector: Sector; obvious: boolean } | null {
  const key = sectorKey(written)
  if (key === '') return null
  const word = plainWords.find(([pattern]) => pattern.test(key))
  if (word) return { sector: word[1], obvious: true }
  const likely = likelyWords.find(([pattern]) => pattern.test(key))
  if (likely) return { sector: likely[1], obvious: false }
  return saysOther(written) ? { sector: 'other', obvious: true } : null
}

const plainWords: readonly (readonly [RegExp, Sector])[] = [
  [/^(academic|uni|univ|university|college|higher education)( librar(y|ies|ian))?$/, 'academic'],
  [/^(public|municipal|community|city|county)( librar(y|ies|ian))?$/, 'public'],
  [/^(special|hospital|medical|health|law|corporate|business)( librar(y|ies|ian))?$/, 'special'],
  [/^(school|primary school|secondary school|high school)( librar(y|ies|ian))?$/, 'school'],
  [/^(national|state|government)( librar(y|ies|ian))?$/, 'national'],
  [/^(archives?|museum|archive and museum|records)$/, 'archive'],
  [/^(library school|lis|lis student|mlis student|library student)$/, 'lis'],
]

const likelyWords: readonly (readonly [RegExp, Sector])[] = [
  [/universit|college|academic|seminary|theological/, 'academic'],
  [/parliament|legislat|ministr|embassy/, 'national'],
  [/prison|hospital|medic|law|court|research|military|corporate|engineering/, 'special'],
  [/museum|archiv|gallery|record/, 'archive'],
  [/school|kindergarten/, 'school'],
  [/public|mobile|bookmobile|children/, 'public'],
]

const saysOther = (written: string) => /^\s*(other|otro|autre|outro|其他|أخرى)\s*[:：-]/i.test(written)

/** A free answer without "Other:", for putting like with like. */
const sectorKey = (written: string) =>
  fold(written.replace(/^\s*(other|otro|autre|outro|其他|أخرى)\s*[:：-]/i, ''))

export type SectorGroup = {
  /** Names the group in an address. */
  key: string
  /** Its spellings, most frequent first. */
  spellings: string[]
  count: number
  suggestion: { sector: Sector; obvious: boolean } | null
}

/** Free answers put together with the ones that mean the same, largest group first. */
export function sectorGroups(written: Iterable<string>): SectorGroup[] {
  const groups = new Map<string, Map<string, number>>()
  for (const text of written) {
    const key = likeKey(sectorKey(text), groups)
    const spellings = groups.get(key) ?? new Map<string, number>()
    spellings.set(text, (spellings.get(text) ?? 0) + 1)
    groups.set(key, spellings)
  }
  return [...groups].map(([key, spellings]) => groupOf(key, spellings)).sort(largestFirst)
}

/** The key of a group that is written one slip or one plural away, else its own. */
const likeKey = (key: string, groups: ReadonlyMap<string, unknown>) =>
  groups.has(key) || key.length < 5
    ? key
    : ([...groups.keys()].find((other) => isOneSlipAway(other, key)) ?? key)

function groupOf(key: string, spellings: ReadonlyMap<string, number>): SectorGroup {
  const ordered = [...spellings].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  const count = ordered.reduce((sum, [, times]) => sum + times, 0)
  return {
    key,
    spellings: ordered.map(([text]) => text),
    count,
    suggestion: suggestedSector(ordered[0]?.[0] ?? ''),
  }
}

const largestFirst = (a: SectorGroup, b: SectorGroup) => b.count - a.count || (a.key < b.key ? -1 : 1)
