import {
  type MessageFormatElement,
  type ParserOptions,
  parse,
  TYPE,
} from '@formatjs/icu-messageformat-parser'

/** Signs for markup are letters like any other: a sentence is text. */
export const asText: ParserOptions = { ignoreTag: true }

/** Why a sentence cannot stand in for another: it cannot be read, or these names are not as they must be. */
export type Misfit = { code: 'unreadable' } | { code: 'unknown' | 'missing' | 'cases'; names: string[] }

/** How a name stands in a sentence: counted, chosen by, or a date; and the cases that tell one form from another. */
type Stands = { as: Set<string>; cases: Set<string> }
type Names = Map<string, Stands>

/**
 * Whether a sentence may stand in for ours: it is given what ours is given, so it can name nothing else; and what ours
 * names or tells apart, its reader needs to know.
 *
 * @param ours in its language, and in English, whose names are those that are given
 */
export function misfitOf(
  theirs: string,
  ours: { said: string; english: string },
  locale: string,
): Misfit | null {
  const said = namesIn(theirs)
  if (!said) return { code: 'unreadable' }
  const own = namesIn(ours.said) ?? new Map()
  const given: Names = new Map([...(namesIn(ours.english) ?? []), ...own])
  const unknown = [...said.keys()].filter((name) => !given.has(name))
  if (unknown.length > 0) return { code: 'unknown', names: unknown }
  const missing = [...own.keys()].filter((name) => !said.has(name))
  if (missing.length > 0) return { code: 'missing', names: missing }
  const cases = [...said].filter(([name, stands]) => !isAlike(stands, given.get(name), locale))
  return cases.length > 0 ? { code: 'cases', names: cases.map(([name]) => name) } : null
}

/** The names that a sentence is given, in the order in which they stand in it. */
export const namesOf = (text: string): string[] => [...(namesIn(text)?.keys() ?? [])]

/** A name by which a sentence tells cases apart: by its number, or by which of some words it is. */
export type Telling = { name: string; by: 'number' | 'choice'; cases: string[] }

/** Those by which a sentence tells cases apart, in the order in which they stand in it, as their cases do. */
export const tellingIn = (text: string): Telling[] =>
  [...(namesIn(text) ?? [])].flatMap(([name, { as, cases }]) =>
    cases.size > 0 ? [{ name, by: as.has('select') ? 'choice' : 'number', cases: [...cases] }] : [],
  )

function isAlike(said: Stands, ours: Stands | undefined, locale: string): boolean {
  if (!ours || [...said.as].join() !== [...ours.as].join()) return false
  const more = ours.as.has('plural') ? new Intl.PluralRules(locale).resolvedOptions().pluralCategories : []
  const mayBe = (one: string) => ours.cases.has(one) || more.some((category) => category === one)
  return [...ours.cases].every((one) => said.cases.has(one)) && [...said.cases].every(mayBe)
}

function namesIn(text: string): Names | null {
  const parts = partsOf(text)
  if (!parts) return null
  const names: Names = new Map()
  return collect(parts, names) ? names : null
}

/** The parser says by an error that it cannot read something. */
function partsOf(text: string): MessageFormatElement[] | null {
  try {
    return parse(text, asText)
  } catch {
    return null
  }
}

/** @returns whether all of it can be said: formats with a style of their own may fail when they are */
function collect(parts: readonly MessageFormatElement[], names: Names): boolean {
  return parts.every((part) => {
    if (part.type === TYPE.literal || part.type === TYPE.pound || part.type === TYPE.tag) return true
    const stands = names.get(part.value) ?? { as: new Set(), cases: new Set() }
    names.set(part.value, stands)
    if ('style' in part && part.style) return false
    if (part.type !== TYPE.argument) stands.as.add(kindOf(part))
    if (!('options' in part)) return true
    return Object.entries(part.options).every(([name, { value }]) => {
      stands.cases.add(name)
      return collect(value, names)
    })
  })
}

const kindOf = (part: MessageFormatElement): string =>
  part.type === TYPE.plural ? (part.pluralType === 'ordinal' ? 'ordinal' : 'plural') : (TYPE[part.type] ?? '')
