import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { asText } from '../../../platform/sentence.ts'

/** What a sentence is made of: words, and names that are filled in, by how they are written. */
export type Piece = string | { name: string; as: 'argument' | 'number' | 'date' | 'time' }

/** Which case of a name a branch is for: `count` is `one`, `kind` is `draft`. */
type Case = { name: string; is: string }

/** One way in which a sentence is said, whole. */
export type Branch = { cases: readonly Case[]; pieces: readonly Piece[] }

/** By what a sentence tells cases apart, in the order in which it does. */
export type Telling = { name: string; by: 'plural' | 'select'; cases: readonly string[] }

type Telltale = Extract<MessageFormatElement, { options: unknown }>
const isTelling = (part: MessageFormatElement): part is Telltale =>
  part.type === TYPE.plural || part.type === TYPE.select

/**
 * By what two forms of a sentence tell cases apart. A language has cases of numbers that English has not; "many" of
 * Romance languages is for millions, and stands where somebody wrote it.
 *
 * @throws RangeError for what no sentence of ours has: ordinals, offsets, formats with a style
 */
export function tellingsOf(texts: readonly string[], locale: string): Telling[] {
  const found = new Map<string, Telling>()
  const collect = (parts: readonly MessageFormatElement[]): void => {
    for (const part of parts) {
      refuseStyles(part)
      if (!isTelling(part)) continue
      const by = part.type === TYPE.select ? 'select' : 'plural'
      const before = found.get(part.value)?.cases ?? []
      const cases = [...new Set([...before, ...Object.keys(part.options)])]
      found.set(part.value, { name: part.value, by, cases })
      for (const { value } of Object.values(part.options)) collect(value)
    }
  }
  for (const text of texts) collect(parse(text, asText))
  return [...found.values()].map((one) =>
    one.by === 'plural' ? { ...one, cases: counted(one.cases, locale) } : one,
  )
}

const rules = new Map<string, Intl.PluralRules>()

function rulesOf(locale: string): Intl.PluralRules {
  const known = rules.get(locale) ?? new Intl.PluralRules(locale)
  rules.set(locale, known)
  return known
}

/** Exact numbers first, then the cases of the language, in their order. */
function counted(cases: readonly string[], locale: string): string[] {
  const categories = rulesOf(locale).resolvedOptions().pluralCategories
  const isNeeded = (one: string) => one !== 'many' || categories.includes('few') || cases.includes('many')
  return [
    ...cases.filter((one) => one.startsWith('=')),
    ...['zero', 'one', 'two', 'few', 'many', 'other'].filter(
      (one) => categories.some((category) => category === one) && isNeeded(one),
    ),
  ]
}

function refuseStyles(part: MessageFormatElement): void {
  const hasStyle = 'style' in part && part.style
  const isOdd = part.type === TYPE.plural && (part.offset !== 0 || part.pluralType !== 'cardinal')
  if (hasStyle || isOdd || part.type === TYPE.tag)
    throw new RangeError('no sentence of ours is made like this')
}

/** A translator is not asked for more forms of one sentence: it comes as the word file has it. */
const mostBranches = 150

/** A sentence in both languages, branch by branch, in the same order; whole, with all its braces, where they would be too many. */
export type Split = { tellings: Telling[]; isWhole: boolean; pairs: { source: Branch; target: Branch }[] }

export function split(english: string, said: string, locale: string): Split {
  const tellings = tellingsOf([english, said], locale)
  if (tellings.reduce((count, { cases }) => count * cases.length, 1) > mostBranches)
    return { tellings: [], isWhole: true, pairs: [{ source: whole(english), target: whole(said) }] }
  const targets = branchesOf(said, tellings, locale)
  const pairs = branchesOf(english, tellings, 'en').map((source, at) => ({
    source,
    target: targets[at] ?? { cases: source.cases, pieces: [] },
  }))
  return { tellings, isWhole: false, pairs }
}

const whole = (text: string): Branch => ({ cases: [], pieces: text === '' ? [] : [text] })

/** Every way in which a sentence is said: each a whole sentence, however its cases stood in each other. */
export function branchesOf(text: string, tellings: readonly Telling[], locale: string): Branch[] {
  const parts = parse(text, asText)
  const all = tellings.reduce<Case[][]>(
    (sofar, { name, cases }) => sofar.flatMap((one) => cases.map((is) => [...one, { name, is }])),
    [[]],
  )
  return all.map((cases) => ({
    cases,
    pieces: joined(piecesIn(parts, new Map(cases.map((one) => [one.name, one.is])), locale)),
  }))
}

function piecesIn(
  parts: readonly MessageFormatElement[],
  chosen: ReadonlyMap<string, string>,
  locale: string,
  counting = '',
): Piece[] {
  return parts.flatMap((part): Piece[] => {
    if (isTelling(part)) {
      const inner = part.options[caseIn(part, chosen.get(part.value) ?? 'other', locale)]?.value ?? []
      return piecesIn(inner, chosen, locale, part.type === TYPE.plural ? part.value : counting)
    }
    if (part.type === TYPE.literal) return [part.value]
    if (part.type === TYPE.pound) return [{ name: counting, as: 'number' }]
    const as = ({ [TYPE.number]: 'number', [TYPE.date]: 'date', [TYPE.time]: 'time' } as const)[
      part.type as TYPE.number
    ]
    return [{ name: part.value, as: as ?? 'argument' }]
  })
}

/** An exact number that a part does not know is said by its case. */
function caseIn({ options }: Telltale, chosen: string, locale: string): string {
  if (Object.hasOwn(options, chosen)) return chosen
  if (!chosen.startsWith('=')) return 'other'
  const category = rulesOf(locale).select(Number(chosen.slice(1)))
  return Object.hasOwn(options, category) ? category : 'other'
}

function joined(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = []
  for (const piece of pieces) {
    const last = all.at(-1)
    if (typeof piece === 'string' && typeof last === 'string') all[all.length - 1] = last + piece
    else if (piece !== '') all.push(piece)
  }
  return all
}

/** A sentence of its branches, as a word file holds it. Cases that say the same are one where nothing is lost by that. */
export function sentenceOf(branches: readonly Branch[], tellings: readonly Telling[]): string {
  return said(branches, tellings, '')
}

function said(
  branches: readonly Branch[],
  [telling, ...others]: readonly Telling[],
  counting: string,
): string {
  if (!telling) return (branches[0]?.pieces ?? []).map((piece) => printed(piece, counting)).join('')
  const { name, by, cases } = telling
  const at = branches[0]?.cases.findIndex((one) => one.name === name) ?? 0
  const inner = (is: string, count: string) =>
    said(
      branches.filter((one) => one.cases[at]?.is === is),
      others,
      count,
    )
  const plain = cases.map((is) => inner(is, counting))
  if (
    new Set(plain).size === 1 &&
    branches.every(({ pieces }) => pieces.some((piece) => typeof piece !== 'string' && piece.name === name))
  )
    return plain[0] ?? ''
  const count = by === 'plural' ? name : ''
  return `{${name}, ${by}, ${cases.map((is) => `${is} {${inner(is, count)}}`).join(' ')}}`
}

function printed(piece: Piece, counting: string): string {
  if (typeof piece === 'string') {
    const text = piece.replaceAll("'", "''").replace(/[{}]/g, "'$&'")
    return counting === '' ? text : text.replaceAll('#', "'#'")
  }
  if (piece.as === 'argument') return `{${piece.name}}`
  return piece.as === 'number' && piece.name === counting ? '#' : `{${piece.name}, ${piece.as}}`
}
