import { type HtmlElement, type HtmlNode, parseHtml } from '../../src/features/arrivals/reading/plain-text.ts'

/** What somebody who looks at a text takes from it, whatever it is printed with. */
export type Look = {
  words: string[]
  /** What is said under each picture. */
  captions: string[]
  /** Where it leads. */
  links: string[]
  /** Addresses of pictures. */
  pictures: string[]
  /** Stretches whose spaces count. */
  code: string[]
  /** How many there are of each, by the name of the element. */
  parts: Record<string, number>
}

const unseen = /^(script|style|noscript|template|iframe|object|button|svg|video|audio)$/

/** Words of a screen reader alone, credits of ours, and the way back from a note. */
const isAside = ({ properties }: HtmlElement) =>
  classesOf(properties).some((name) => /^(for-ears|screen-reader-text|credit)$/.test(name)) ||
  properties.dataFootnoteBackref !== undefined ||
  /^#.*-link$/.test(String(properties.href ?? ''))

export const classesOf = ({ className }: HtmlElement['properties']) => [className ?? []].flat().map(String)

/** @param where the part of the page at which to look; all of it otherwise */
export function lookAt(html: string, where?: (element: HtmlElement) => boolean): Look {
  const look: Look = { words: [], captions: [], links: [], pictures: [], code: [], parts: {} }
  const said: string[] = []
  const nodes = parseHtml(html).children
  markCaptions(nodes)
  walk(where ? partsOf(nodes, where) : nodes, look, said)
  look.words = wordsOf(said.join(''), look.links)
  return look
}

/**
 * Names and letters, in composed form; signs and marks of quotation are set differently everywhere. Addresses are no words.
 *
 * @param links takes the addresses
 */
export const wordsOf = (text: string, links: string[] = []): string[] =>
  text
    .replace(/https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/g, (link) => {
      links.push(link)
      return ' '
    })
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, '')
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

const standing =
  /^(p|div|br|li|ul|ol|blockquote|h[1-6]|tr|td|th|pre|dt|dd|figure|figcaption|table|caption|hr|details|summary|address|center|form|fieldset|legend|section|article|video|audio)$/

function walk(nodes: readonly HtmlNode[], look: Look, said: string[]): void {
  for (const node of nodes) {
    if (node.type === 'text') said.push(node.value)
    if (node.type === 'element' && /^(video|audio)$/.test(node.tagName)) look.links.push(...playedBy(node))
    if (node.type !== 'element' || unseen.test(node.tagName) || isAside(node)) continue
    if (isOfPicture(node)) {
      look.captions.push(lookInto(node, look))
      continue
    }
    const from = said.length
    if (standing.test(node.tagName)) said.push(' ')
    walk(node.children as HtmlNode[], look, said)
    if (standing.test(node.tagName)) said.push(' ')
    note(node, look, { said, from })
  }
}

/** Marks what is said under a picture, so that it is known from what is said under a table. @returns whether there is a picture */
function markCaptions(nodes: readonly HtmlNode[]): boolean {
  const elements = nodes.filter((node) => node.type === 'element')
  const has = elements.map(({ tagName, children }) => {
    const isPictured = markCaptions(children as HtmlNode[]) || tagName === 'img'
    return isPictured
  })
  const isPictured = has.some(Boolean)
  for (const one of elements)
    if (one.tagName === 'figcaption' && isPictured) one.properties.dataPicture = true
  return isPictured
}

/** What is played here, which is a link elsewhere. */
const playedBy = (node: HtmlElement): string[] =>
  [node, ...node.children.filter((child) => child.type === 'element')].flatMap(({ properties }) =>
    properties.src ? [String(properties.src).replace(/\?_=\d+$/, '')] : [],
  )

/** Ours says under a picture what the library does where WordPress says nothing there. */
const isOfPicture = ({ tagName, properties }: HtmlElement) =>
  tagName === 'figcaption' &&
  !classesOf(properties).includes('blocks-gallery-caption') &&
  properties.dataPicture !== undefined

function lookInto(node: HtmlElement, look: Look): string {
  const said: string[] = []
  walk(node.children as HtmlNode[], look, said)
  return wordsOf(said.join(''), look.links).join(' ')
}

const names: Record<string, string> = {
  li: 'item',
  dt: 'item',
  td: 'cell',
  th: 'cell',
  blockquote: 'quote',
  pre: 'code',
}

type Told = { said: string[]; from: number }

/** What there is besides words. */
function note({ tagName, properties }: HtmlElement, look: Look, { said, from }: Told): void {
  const words = said.slice(from).join('')
  const name = names[tagName]
  if (name && words.trim() !== '') look.parts[name] = (look.parts[name] ?? 0) + 1
  if (tagName === 'pre') look.code.push(words.trim())
  const href = String(properties.href ?? '')
  if (tagName === 'a' && /^https?:|^\//.test(href)) {
    look.links.push(href)
    if (isSame(words, href)) said.splice(from)
  }
  const behind = /background-image:\s*url\(([^)]*)\)/.exec(String(properties.style ?? ''))?.[1]
  if (behind !== undefined) look.pictures.push(behind)
  if (tagName !== 'img') return
  const isSign = classesOf(properties).some((one) => /^(wp-smiley|emoji)$/.test(one))
  if (isSign) said.push(String(properties.alt ?? ''))
  else look.pictures.push(String(properties.src ?? ''))
}

/** An address that is shown as itself. */
const isSame = (words: string, href: string) =>
  words.trim() !== '' &&
  href.replace(/^https?:\/\/(www\.)?/, '').startsWith(words.trim().replace(/^https?:\/\/(www\.)?/, ''))

/** The first place at which two lists part, for people; empty when they do not. */
export function firstDifference(there: readonly string[], here: readonly string[]): string {
  const at = there.findIndex((one, index) => one !== here[index])
  const from = at < 0 ? (here.length > there.length ? there.length : -1) : at
  if (from < 0) return ''
  const around = (list: readonly string[]) => list.slice(Math.max(0, from - 2), from + 6).join(' ')
  return `there "${around(there)}", here "${around(here)}"`
}

/** Elements of a page that are such, the outermost ones. */
function partsOf(nodes: readonly HtmlNode[], is: (element: HtmlElement) => boolean): HtmlNode[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'element') return []
    return is(node) ? [node] : partsOf(node.children as HtmlNode[], is)
  })
}
