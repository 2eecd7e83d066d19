import {
  type Interest,
  interests,
  type Sector,
  type Stage,
  sectors,
  stages,
  type Wish,
  wishes,
} from './application.ts'
import { fold } from './fold.ts'
import { codesAsSaid } from './words.ts'

const stagesSaid = codesAsSaid(stages, (code, t) => [t(`stage.${code}`)])
const sectorsSaid = codesAsSaid(sectors, (code, t) => [t(`sector.${code}`)])
const interestsSaid = codesAsSaid(interests, (code, t) => [code, t(`interest.${code}`)])
const wishesSaid = codesAsSaid(wishes, (code, t) => [t(`wish.mine.${code}`), t(`wish.${code}`)])

/** The stage of a career as the form words it in any language, or by its bare name; null where it is not certain. */
export function stageOf(written: string): Stage | null {
  const key = fold(written)
  const bare = fold(written.replace(/[(（].*$/su, ''))
  return stagesSaid().get(key) ?? stagesSaid().get(bare) ?? named(stageNames, bare)
}

/** Other names of stages, whole: "early childhood librarian" is none. */
const stageNames: readonly (readonly [RegExp, Stage])[] = [
  [/^(students?|estudiantes?|etudiante?|طالبة?)$/, 'student'],
  [/^(early|starting|new professional)( career)?( stage| librarian| professional)?$/, 'early'],
  [/^(mid|middle)( career)?( stage| librarian| professional)?$/, 'mid'],
  [/^(late|senior|experienced)( career)?( stage| librarian| professional)?$/, 'late'],
  [/^(retired|jubilad[oa]|retraitee?|aposentad[oa]|متقاعدة?|退休)$/, 'retired'],
]

/** The kind of library as the form words it in any language. */
export const sectorAsSaid = (written: string): Sector | null => sectorsSaid().get(fold(written)) ?? null

/** @returns null when something was written that is for certain none of the wishes; an empty answer is no preference */
export function wishOf(written: string): Wish | null {
  const key = fold(written)
  return key === '' ? 'any' : (wishesSaid().get(key) ?? named(wishNames, key))
}

const thanMine = '( (as|to|from|than|me|mine|my own|i am|im|in|the|their|my|career|stage|sector|interests))*'

/** Other ways to wish, whole: "anything but mine" is none. */
const wishNames: readonly (readonly [RegExp, Wish])[] = [
  [/^(no preference|no matter|any|anyone|anything|either|open|it doesnt matter|doesnt matter)$/, 'any'],
  [/^(i dont mind|i do not mind)$/, 'any'],
  [new RegExp(`^(like|the same|same|similar)${thanMine}$`), 'like'],
  [new RegExp(`^(different|other|unlike)${thanMine}$`), 'different'],
  [new RegExp(`^(earlier|less experienced|junior)${thanMine}$`), 'earlier'],
  [new RegExp(`^(later|more experienced|senior)${thanMine}$`), 'later'],
]

const named = <Code>(names: readonly (readonly [RegExp, Code])[], key: string): Code | null =>
  names.find(([pattern]) => pattern.test(key))?.[1] ?? null

/**
 * The areas of a list whose items are joined by commas, and may hold commas.
 *
 * @returns codes, each once; what was not understood stays as it was written
 */
export function interestsOf(written: string): string[] {
  const parts = written
    .split(/[,،，、;；\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const found: string[] = []
  for (let at = 0; at < parts.length; ) {
    const taken = longestName(parts.slice(at, at + mostParts))
    found.push(taken?.code ?? parts[at] ?? '')
    at += taken?.length ?? 1
  }
  return [...new Set(found)]
}

/** Of one name: it has two commas at most. */
const mostParts = 3

function longestName(parts: readonly string[]): { code: Interest; length: number } | null {
  for (let length = parts.length; length >= 1; length--) {
    const code = interestsSaid().get(fold(parts.slice(0, length).join(' ')))
    if (code) return { code, length }
  }
  return null
}
