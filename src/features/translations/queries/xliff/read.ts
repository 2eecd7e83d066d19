import { setImmediate } from 'node:timers/promises'
import { SaxesParser, type SaxesTagNS } from 'saxes'
import type { Piece } from '../branches.ts'
import { markPrefix } from './write.ts'

/** What a unit holds: a branch of a sentence in both languages. */
export type Unit = {
  id: string
  source: Piece[]
  target: Piece[] | null
  isPassed: boolean
  /** What the translation was when the file was made; null where a program has not kept it. */
  was: string | null
}

/** What a file of a translator holds: its language, and units by the id of the file in which they stand. */
export type Read = { language: string; units: ReadonlyMap<string, readonly Unit[]> }

/** Why a file cannot be read at all. */
export class NotXliff extends Error {
  readonly line: number
  constructor(line: number) {
    super('not XLIFF 2')
    this.line = line
  }
}

const namespace = 'urn:oasis:names:tc:xliff:document:2.0'
const deepest = 64
/** Are read before others have their turn. */
const lettersAtOnce = 64 * 1024

/**
 * Reads XLIFF 2.0 and 2.1 as far as we write it; what other modules add is passed by. Segments of one unit are put
 * together, since programs split units into sentences.
 *
 * @throws NotXliff with the line at which it is none
 */
export async function readXliff(text: string): Promise<Read> {
  const parser = new SaxesParser({ xmlns: true })
  const state: State = { language: '', files: new Map(), units: [], unit: null, into: null, depth: 0 }
  const refuse = (): never => {
    throw new NotXliff(parser.line)
  }
  parser.on('error', refuse)
  parser.on('doctype', refuse)
  parser.on('opentag', (tag) => {
    state.depth += 1
    if (state.depth > deepest || (state.depth === 1 && !isXliff(tag))) refuse()
    if (tag.uri === namespace) opened(state, tag)
  })
  parser.on('closetag', (tag) => {
    state.depth -= 1
    if (tag.uri === namespace) closed(state, tag.local)
  })
  parser.on('text', (said) => state.into?.push(said))
  parser.on('cdata', (said) => state.into?.push(said))
  for (let at = 0; at < text.length; at += lettersAtOnce) {
    parser.write(text.slice(at, at + lettersAtOnce))
    await setImmediate()
  }
  parser.close()
  return { language: state.language, units: state.files }
}

type State = {
  language: string
  files: Map<string, Unit[]>
  units: Unit[]
  unit: Unit | null
  into: Piece[] | null
  depth: number
}

const isXliff = ({ uri, local, attributes }: SaxesTagNS) =>
  uri === namespace && local === 'xliff' && /^2\.[01]$/.test(attributes.version?.value ?? '')

function opened(state: State, { local, attributes }: SaxesTagNS): void {
  const value = (name: string) => attributes[name]?.value ?? ''
  if (local === 'xliff') state.language = value('trgLang')
  if (local === 'file') {
    state.units = state.files.get(value('id')) ?? []
    state.files.set(value('id'), state.units)
  }
  if (local === 'unit') {
    const type = value('type')
    const was = type.startsWith(markPrefix) ? type.slice(markPrefix.length) : null
    state.unit = { id: value('id'), source: [], target: null, isPassed: true, was }
    state.units.push(state.unit)
  }
  const { unit } = state
  if (!unit) return
  if (local === 'segment' && !['reviewed', 'final'].includes(value('state'))) unit.isPassed = false
  if (local === 'source') state.into = unit.source
  if (local === 'target') {
    unit.target ??= []
    state.into = unit.target
  }
  if (local === 'ph') state.into?.push(placeholder(value('id')))
}

function closed(state: State, local: string): void {
  if (local === 'source' || local === 'target') state.into = null
  if (local === 'unit') state.unit = null
}

/** Of what programs call a second one by a number, or by a letter of their own, the name is what comes first. */
function placeholder(id: string): Piece {
  const [, name = id, as = 'argument'] = /^(\w+)(?:-(number|date|time))?(?:\.\d+)?$/.exec(id) ?? []
  return { name, as: as as 'argument' }
}
