import { type Attributes, attributeIn, attributesIn, eachTag, spelledOut, type Tag } from './tags.ts'

/** A page taken apart where a copy says something else: at its links and its forms. */
export type Part =
  | string
  /** An element that shows, or leads to, something of ours. */
  | { kind: 'tag'; name: string; attributes: Attributes; isClosed: boolean }
  /** A link to something of ours: its tag up to the address and from there on, and what is in it. */
  | { kind: 'link'; to: string; tag: [string, string]; inFrame: boolean; parts: Part[] }
  /** An entry of a list with the links in it. */
  | { kind: 'entry'; parts: Part[] }
  | { kind: 'head' | 'notice' | 'languages' | 'end' }

/** `text`: what a page says, for the search. */
export type Said = { parts: Part[]; text(): string; links: string[] }

/** In a form that is kept, what only the living site understands. */
const narrowing = ['details', 'fieldset', 'select']

/** Of all others nothing is looked at but whether the living site alone can do something with them. */
const telling = new Set([
  ...['a', 'article', 'button', 'form', 'img', 'input', 'li', 'link', 'main', 'meta', 'script', 'source'],
  ...narrowing,
])

/** What may show something, ask for a style, send a form. */
const linkable = new Set(['form', 'img', 'input', 'link', 'script', 'source'])

type Site = {
  origin: string
  /** Where the form leads that is kept. */
  searchPath: string
  /** Whether the picture that stands for the page elsewhere is one of its links; the page goes on to name that of the living site. */
  withCards: boolean
}

type State = Site & {
  html: string
  /** Up to where the page is read. */
  at: number
  /** How many elements are open from the one on that is left out. */
  dropped: number
  inMain: boolean
  article: number
  isFinding: boolean
  links: string[]
  /** Parts of what is open: of the page, and of links and entries in it. */
  open: { kind: 'page' | 'link' | 'entry'; parts: Part[] }[]
}

/**
 * Takes a page of ours apart. What only the living site can do is left out: forms but that of the search, buttons outside of
 * it, scripts, and what is marked with `data-living`.
 */
export function readPage(html: string, site: Site): Said {
  const parts: Part[] = []
  const state: State = {
    ...{ ...site, html, at: 0, dropped: 0, inMain: false, article: 0, isFinding: false },
    ...{ links: [], open: [{ kind: 'page', parts }] },
  }
  const said: string[] = []
  let after = 0
  eachTag(html, (tag) => {
    if (state.article > 0 && state.dropped === 0 && tag.from > after) said.push(html.slice(after, tag.from))
    after = tag.to
    if (tag.isEnd) ended(state, tag)
    else began(state, tag)
  })
  put(state, html.length)
  const text = () => said.map(spelledOut).join(' ').replaceAll(/\s+/g, ' ').trim()
  return { parts, text, links: state.links }
}

function began(state: State, tag: Tag): void {
  if (state.dropped > 0) {
    if (!tag.isEmpty) state.dropped += 1
    return
  }
  const { name, said } = tag
  const isLiving = said.includes('data-living') && attributesIn(said)['data-living'] !== undefined
  if (!telling.has(name) && !isLiving) return
  if (name === 'form' && attributeIn(said, 'class') === 'preferences')
    put(state, tag.from, { kind: 'languages' })
  if (isLiving || isLeftOut(state, tag)) {
    put(state, tag.from)
    if (tag.isEmpty) state.at = tag.to
    else state.dropped = 1
    return
  }
  if (name === 'article') state.article += 1
  if (name === 'form') state.isFinding = true
  if (name === 'li' && !state.inMain) {
    put(state, tag.from)
    state.open.push({ kind: 'entry', parts: [] })
  }
  if (name === 'a') link(state, tag)
  if (linkable.has(name)) linking(state, tag, attributesIn(said))
  if (name === 'meta' && attributeIn(said, 'charset') !== undefined) put(state, tag.to, { kind: 'head' })
  if (name === 'meta' && state.withCards && attributeIn(said, 'property') === 'og:image')
    state.links.push(attributeIn(said, 'content') ?? '')
  if (name === 'main') {
    state.inMain = true
    put(state, tag.to, { kind: 'notice' })
  }
}

function isLeftOut({ searchPath, isFinding }: State, { name, said }: Tag): boolean {
  if (name === 'form')
    return attributeIn(said, 'method') !== 'get' || attributeIn(said, 'action') !== searchPath
  if (name === 'button') return !isFinding
  if (name === 'input') return isFinding && attributeIn(said, 'type') === 'hidden'
  if (name === 'script') return attributeIn(said, 'src') !== undefined
  if (name === 'a') return isAct(said)
  return isFinding && narrowing.includes(name)
}

/** A link of ours that robots are asked not to follow leads to something that is done, not read. */
function isAct(said: string): boolean {
  if (!said.includes('nofollow') || !attributeIn(said, 'href')?.startsWith('/')) return false
  const rel = new Set(attributeIn(said, 'rel')?.split(' '))
  return rel.has('nofollow') && !rel.has('ugc')
}

/** Elsewhere, or a place in the same page: that reads the same in a copy. */
const isKept = (address: string, { origin }: State) =>
  address.startsWith('#') || (/^[a-z][a-z\d+.-]*:/i.test(address) && !address.startsWith(origin))

function link(state: State, { from, to, said }: Tag): void {
  const href = attributeIn(said, 'href')
  if (href === undefined) return
  state.links.push(href)
  if (isKept(href, state)) return
  put(state, from)
  const text = state.html.slice(from, to)
  const at = text.indexOf(' href="') + ' href="'.length
  const tag: [string, string] = [text.slice(0, at), text.slice(text.indexOf('"', at))]
  const parts: Part[] = []
  state.open.at(-1)?.parts.push({ kind: 'link', to: href, tag, inFrame: !state.inMain, parts })
  state.open.push({ kind: 'link', parts })
  state.at = to
}

/** What shows a picture, asks for a style, sends a form. */
function linking(state: State, { name, from, to }: Tag, attributes: Attributes): void {
  const addresses = addressesIn(attributes)
  if (addresses.length === 0) return
  state.links.push(...addresses)
  // What a page says of itself and of its translations is true of the living site.
  const isAbout = name === 'link' && /^https?:/.test(attributes.href ?? '')
  if (isAbout || addresses.every((address) => isKept(address, state))) return
  put(state, from, { kind: 'tag', name, attributes, isClosed: state.html[to - 2] === '/' })
  state.at = to
}

/** The addresses that an element leads to. */
const addressesIn = ({ href, src, srcset, action }: Attributes): string[] => [
  ...[href, src, action].filter((address) => address !== undefined),
  ...(srcset ?? '')
    .split(',')
    .map((one) => one.trim().split(/\s+/)[0] ?? '')
    .filter((address) => address !== ''),
]

function ended(state: State, { name, from, to }: Tag): void {
  if (state.dropped > 0) {
    state.dropped -= 1
    if (state.dropped === 0) state.at = to
    return
  }
  if (name === 'main') {
    put(state, from, { kind: 'end' })
    state.inMain = false
  }
  const kind = state.open.at(-1)?.kind
  if (name === 'a' && kind === 'link') {
    put(state, from)
    state.open.pop()
    state.at = to
  }
  if (name === 'li' && kind === 'entry') {
    put(state, to)
    const { parts } = state.open.pop() ?? { parts: [] }
    state.open.at(-1)?.parts.push({ kind: 'entry', parts })
  }
  if (name === 'article') state.article -= 1
  if (name === 'form') state.isFinding = false
}

/** What stands before a place in the page, and what comes in there. */
function put(state: State, until: number, ...more: Part[]): void {
  const parts = state.open.at(-1)?.parts
  if (until > state.at) parts?.push(state.html.slice(state.at, until))
  state.at = Math.max(until, state.at)
  parts?.push(...more)
}
