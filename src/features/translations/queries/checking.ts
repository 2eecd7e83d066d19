import { setImmediate } from 'node:timers/promises'
import { namesOf } from '../../../platform/sentence.ts'
import { locales, tagOf } from '../../../platform/words.ts'
import type { At, Sentence, Tongue } from '../tongue.ts'
import { branchesOf, type Piece, type Split, sentenceOf, split, tellingsOf } from './branches.ts'
import { sentencesIn } from './catalog.ts'
import { misplaced } from './placed.ts'
import { NotXliff, type Read, readXliff, type Unit } from './xliff/read.ts'
import { markOf, spelled } from './xliff/spelled.ts'
import { idOf, unitId } from './xliff/write.ts'

const faultCodes = [
  'branch-missing',
  'branch-unknown',
  'empty',
  'name-unknown',
  'name-missing',
  'name-repeated',
  'cannot-be-read',
] as const

/** What is wrong with one sentence of a file. `said` are the names, or the branches, that it is about. */
export type Fault = { folder: string; key: string; code: (typeof faultCodes)[number]; said: string[] }

/** A sentence that a file says otherwise. */
export type Corrected = At & { english: string; before: string; after: string }

/** A file that was looked through: nothing of it is written. */
export type Checked = {
  locale: Tongue
  faults: Fault[]
  corrected: Corrected[]
  /** Sentences whose English has changed since the file was made: they are left as they are. */
  outdated: At[]
  /** Sentences that were changed here since the file was made, and in the file as well: they are left as they are. */
  clashing: At[]
  /** Sentences of the file that are not here any more: they are left out. */
  gone: Pick<At, 'folder' | 'key'>[]
  /** Those that the file calls reviewed or final. */
  passed: Sentence[]
  count: number
}

/** Why a file is refused as a whole. */
export type Unfit = { code: 'not-xliff'; line: number } | { code: 'not-our-language'; language: string }

/** Looks a translator's file through, sentence by sentence, and others have their turn meanwhile. @param sentences where ours are read */
export async function checked(text: string, sentences = sentencesIn): Promise<Checked | Unfit> {
  const file = await readOr(text)
  if ('code' in file) return file
  const locale = locales.find(
    (one): one is Tongue => one !== 'en' && [one, tagOf(one)].includes(file.language),
  )
  if (!locale) return { code: 'not-our-language', language: file.language }
  const all = new Map(sentences(locale).map((one) => [`${idOf(one.folder)} ${one.key}`, one]))
  const result: Checked = {
    locale,
    faults: [],
    corrected: [],
    outdated: [],
    clashing: [],
    gone: [],
    passed: [],
    count: 0,
  }
  for (const [folder, units] of file.units)
    for (const [key, own] of Map.groupBy(units, ({ id }) => id.split('--', 1)[0] ?? '')) {
      result.count += 1
      if (result.count % sentencesAtOnce === 0) await setImmediate()
      const sentence = all.get(`${folder} ${key}`)
      if (sentence) look(result, sentence, own)
      else result.gone.push({ folder, key })
    }
  return result
}

const sentencesAtOnce = 50

async function readOr(text: string): Promise<Read | Unfit> {
  try {
    return await readXliff(text)
  } catch (error) {
    if (error instanceof NotXliff) return { code: 'not-xliff', line: error.line }
    throw error
  }
}

function look(result: Checked, sentence: Sentence, units: readonly Unit[]): void {
  const { folder, file, key, english, said } = sentence
  const parts = split(english, said, result.locale)
  const faults = faultsOf(sentence, units, { ...parts, locale: result.locale })
  if (faults === 'outdated') result.outdated.push({ folder, file, key })
  else if (faults.length > 0) result.faults.push(...faults.map((one) => ({ folder, key, ...one })))
  else {
    const after = corrected(sentence, units, parts)
    if (after !== said && isChangedHere(sentence, units, parts)) {
      if (units.some(isChangedThere)) result.clashing.push({ folder, file, key })
      return
    }
    if (after !== said) result.corrected.push({ folder, file, key, english, before: said, after })
    if (units.every(({ isPassed }) => isPassed)) result.passed.push(sentence)
  }
}

/** Whether we have changed it since the file was made, as far as its program has kept what it was. */
const isChangedHere = ({ key }: Sentence, units: readonly Unit[], { pairs }: Split): boolean =>
  units.some(({ id, was }) => {
    const ours = pairs.find((pair) => unitId(key, pair.source) === id)
    return was !== null && ours !== undefined && markOf(ours.target.pieces) !== was
  })

const isChangedThere = ({ target, was }: Unit): boolean => markOf(target ?? []) !== was

type Found = Pick<Fault, 'code' | 'said'>

function faultsOf(
  sentence: Sentence,
  units: readonly Unit[],
  { locale, ...parts }: Split & { locale: Tongue },
): Found[] | 'outdated' {
  const { pairs, tellings, isWhole } = parts
  const { key, english, said } = sentence
  const known = new Map(pairs.map((pair) => [unitId(key, pair.source), pair]))
  const isOld = units.some(({ id, source }) => {
    const ours = known.get(id)
    return ours && spelled(ours.source.pieces) !== spelled(source)
  })
  if (isOld) return 'outdated'
  const targets = units.flatMap(({ target }) => target ?? [])
  const used = isWhole ? namesIn(spelled(targets)) : namesAmong(targets)
  const given = [...namesOf(english), ...namesOf(said)]
  const told = tellings.map(({ name }) => name)
  const inAll = namesOf(english).filter((name) => used && !used.includes(name) && !told.includes(name))
  const { missing, repeated } = misplaced(key, units, parts, locale)
  const named: [Found['code'], string[]][] = [
    ['branch-unknown', units.map(({ id }) => id).filter((id) => !known.has(id))],
    ['branch-missing', [...known.keys()].filter((id) => !units.some((unit) => unit.id === id))],
    ['empty', units.filter((unit) => isEmptied(unit, known.get(unit.id))).map(({ id }) => id)],
    ['name-unknown', (used ?? []).filter((name) => !given.includes(name))],
    ['name-unknown', used ? otherKinds(isWhole ? allPieces(spelled(targets)) : targets, sentence) : []],
    ['name-missing', inAll.length > 0 ? inAll : missing],
    ['name-repeated', repeated],
    ['cannot-be-read', used === null || targets.some((piece) => unseen.test(String(piece))) ? [key] : []],
  ]
  return named.flatMap(([code, about]) => (about.length > 0 ? [{ code, said: about }] : []))
}

/** Names that are written as a number, a date or a time, and in none of our sentences so: their page could not be shown. */
function otherKinds(pieces: readonly Piece[], { english, said }: Sentence): string[] {
  const theirs = kindsIn(pieces)
  if (theirs.length === 0) return []
  const ours = new Set([english, said].flatMap((text) => kindsIn(allPieces(text))))
  return theirs.filter((kind) => !ours.has(kind))
}

const kindsIn = (pieces: readonly Piece[]): string[] =>
  pieces.flatMap((piece) =>
    typeof piece === 'string' || piece.as === 'argument' ? [] : [`{${piece.name}, ${piece.as}}`],
  )

const allPieces = (text: string): Piece[] =>
  branchesOf(text, tellingsOf([text], 'en'), 'en').flatMap(({ pieces }) => pieces)

/** Some forms of a sentence say nothing in any language. */
const isEmptied = ({ target }: Unit, ours: Split['pairs'][number] | undefined): boolean =>
  spelled(target ?? []).trim() === '' && ours !== undefined && spelled(ours.target.pieces).trim() !== ''

const namesAmong = (pieces: readonly Piece[]): string[] => [
  ...new Set(pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.name]))),
]

/** The names of a sentence with its braces; null where it cannot be read. */
function namesIn(text: string): string[] | null {
  const names = namesOf(text)
  return names.length > 0 ? names : null
}

/** Characters that are in no sentence of ours. */
const unseen = /[\p{Cc}--\n]/v

/** What the file says; letter for letter what we say where it means the same. */
function corrected(
  { key, said }: Sentence,
  units: readonly Unit[],
  { pairs, tellings, isWhole }: Split,
): string {
  const theirs = new Map(units.map(({ id, target }) => [id, target ?? []]))
  const after = pairs.map(({ source, target }) => ({
    cases: source.cases,
    pieces: asOurs(theirs.get(unitId(key, source)) ?? [], target.pieces),
  }))
  const isSame = after.every(({ pieces }, at) => spelled(pieces) === spelled(pairs[at]?.target.pieces ?? []))
  if (isSame) return said
  return isWhole ? spelled(after[0]?.pieces ?? []) : sentenceOf(after, tellings)
}

/** A program may have given placeholders ids of its own: how a name is written is known from our sentence. */
function asOurs(theirs: readonly Piece[], ours: readonly Piece[]): Piece[] {
  return theirs.map((piece) => {
    if (typeof piece === 'string') return piece
    const own = ours.find((one) => typeof one !== 'string' && one.name === piece.name)
    return piece.as === 'argument' && own !== undefined ? own : piece
  })
}
