import { Parser } from 'htmlparser2'

/** A page taken apart where a copy says something else: at its links and its forms. */
export type Part =
  | string
  | { kind: 'tag'; name: string; attributes: Attributes; isClosed: boolean }
  /** A link with what it says, or an entry of a list with the links in it. */
  | { kind: 'link' | 'entry'; inFrame: boolean; parts: Part[] }
  | { kind: 'head' | 'notice' | 'languages' | 'end' }

export type Attributes = Record<string, string>

/** What a page says, for the search. */
export type Said = { parts: Part[]; text: string; links: string[] }

/** Attributes that hold an address. */
const linking = new Set(['href', 'src', 'srcset', 'action'])
/** In a form that is kept, what only the living site understands. */
const narrowing = new Set(['details', 'fieldset', 'select'])

/**
 * Takes a page of ours apart. What only the living site can do is left out: forms but that of the search, buttons outside of
 * it, scripts, and what is marked with `data-living`.
 *
 * @param searchPath where the form leads that is kept
 */
export function readPage(html: string, searchPath: string): Said {
  const state: State = { html, searchPath, at: 0, dropped: 0, inMain: false, article: 0, isFinding: false }
  const open: Part[][] = [[]]
  const said: string[] = []
  const links: string[] = []
  const parser: Parser = new Parser({
    onopentag: (name, attributes) => {
      const { startIndex: from, endIndex: to } = parser
      opened({ state, open, links }, { name, attributes, from, to: to + 1 })
    },
    onclosetag: (name, isImplied) => {
      const { startIndex: from, endIndex: to } = parser
      closed({ state, open }, { name, from, to: isImplied ? from : to + 1 })
    },
    ontext: (text) => {
      if (state.article > 0 && state.dropped === 0) said.push(text)
    },
  })
  parser.end(html)
  open[0]?.push(html.slice(state.at))
  return { parts: open[0] ?? [], text: said.join(' ').replaceAll(/\s+/g, ' ').trim(), links }
}

type State = {
  html: string
  searchPath: string
  /** Up to where the page is read. */
  at: number
  /** How many elements are open from the one on that is left out. */
  dropped: number
  inMain: boolean
  article: number
  isFinding: boolean
}

type Element = { name: string; attributes: Attributes; from: number; to: number }
type Reading = { state: State; open: Part[][]; links: string[] }

function opened(reading: Reading, element: Element): void {
  const { state, open } = reading
  const { name, attributes } = element
  if (state.dropped > 0) {
    state.dropped += 1
    return
  }
  if (name === 'form' && attributes.class === 'preferences') put(reading, element.from, { kind: 'languages' })
  if (isLeftOut(state, element)) {
    put(reading, element.from)
    state.dropped = 1
    return
  }
  if (name === 'article') state.article += 1
  if (name === 'form') state.isFinding = true
  if (name === 'a' || (name === 'li' && !state.inMain)) {
    put(reading, element.from)
    open.push([])
  }
  if (name !== 'meta' && Object.keys(attributes).some((key) => linking.has(key))) linked(reading, element)
  if (name === 'meta' && attributes.charset !== undefined) put(reading, element.to, { kind: 'head' })
  if (name === 'main') {
    state.inMain = true
    put(reading, element.to, { kind: 'notice' })
  }
}

function isLeftOut({ searchPath, isFinding }: State, { name, attributes }: Element): boolean {
  if (attributes['data-living'] !== undefined) return true
  if (name === 'form') return attributes.method !== 'get' || attributes.action !== searchPath
  if (name === 'button') return !isFinding
  if (name === 'input') return isFinding && attributes.type === 'hidden'
  if (name === 'script') return attributes.src !== undefined
  if (name === 'a') return isAct(attributes)
  return isFinding && narrowing.has(name)
}

/** A link of ours that robots are asked not to follow leads to something that is done, not read. */
const isAct = ({ href = '', rel = '' }: Attributes) => {
  const said = new Set(rel.split(' '))
  return href.startsWith('/') && said.has('nofollow') && !said.has('ugc')
}

function linked(reading: Reading, { name, attributes, from, to }: Element): void {
  const isClosed = reading.state.html[to - 2] === '/'
  put(reading, from, { kind: 'tag', name, attributes, isClosed })
  reading.state.at = to
  reading.links.push(...addressesIn(attributes))
}

/** The addresses that an element leads to. */
export const addressesIn = ({ href, src, srcset, action }: Attributes): string[] => [
  ...[href, src, action].filter((address) => address !== undefined),
  ...(srcset ?? '')
    .split(',')
    .map((one) => one.trim().split(/\s+/)[0] ?? '')
    .filter((address) => address !== ''),
]

function closed({ state, open }: Omit<Reading, 'links'>, element: Omit<Element, 'attributes'>): void {
  const { name, from, to } = element
  if (state.dropped > 0) {
    state.dropped -= 1
    if (state.dropped === 0) state.at = Math.max(to, state.at)
    return
  }
  if (name === 'main') {
    put({ state, open }, from, { kind: 'end' })
    state.inMain = false
  }
  const isGroup = name === 'a' || (name === 'li' && !state.inMain)
  if (isGroup && open.length > 1) {
    put({ state, open }, to)
    const parts = open.pop() ?? []
    open.at(-1)?.push({ kind: name === 'a' ? 'link' : 'entry', inFrame: !state.inMain, parts })
  }
  if (name === 'article') state.article -= 1
  if (name === 'form') state.isFinding = false
}

/** What stands before a place in the page, and what comes in there. */
function put({ state, open }: Omit<Reading, 'links'>, until: number, ...more: Part[]): void {
  if (until > state.at) open.at(-1)?.push(state.html.slice(state.at, until))
  state.at = Math.max(until, state.at)
  open.at(-1)?.push(...more)
}
