import { aroundPictures, element, inParagraphs, isBlock, text } from './elements.ts'
import { embedOf } from './embeds.ts'
import { notesIn } from './footnotes.ts'
import { linkOf } from './links.ts'
import { figureOf, pictureOf } from './pictures.ts'
import { type HtmlElement, type HtmlNode, wordsOf } from './plain-text.ts'
import { ownOf } from './rows.ts'
import type { Told, Within } from './within.ts'

/** Elements within each other; what stands deeper is kept as its words. */
const mostDepth = 60

/** The elements of a text, with nothing left that our Markdown does not know. */
export function dressed(nodes: readonly HtmlNode[], told: Told): HtmlNode[] {
  const notes = notesIn(nodes)
  return inner(nodes, { ...told, notes: new Map([...notes, ...told.notes]), depth: 0, inner })
}

const inner = (nodes: readonly HtmlNode[], within: Within): HtmlNode[] =>
  nodes.flatMap((node) => dress(node, within))

function dress(node: HtmlNode, within: Within): HtmlNode[] {
  if (node.type === 'text') return linked(node.value)
  if (node.type !== 'element' || gone.test(node.tagName)) return []
  if (within.depth > mostDepth) {
    within.remark({ code: 'too-deep', what: '' })
    return [text(wordsOf(node))]
  }
  const deeper = { ...within, depth: within.depth + 1 }
  const own = ownOf(ways, node.tagName)
  return own ? own(node, deeper) : plain(node, deeper)
}

const gone =
  /^(script|style|noscript|template|link|meta|head|title|input|select|textarea|button|map|area|source|track|param|col|colgroup)$/

type Way = (node: HtmlElement, within: Within) => HtmlNode[]

const children: Way = (node, within) => inner(node.children as HtmlNode[], within)

/** A box: what is in it, in paragraphs. One of ours for questions, as it is printed or in WordPress, stays one. */
const boxed: Way = (node, within) => {
  if (node.properties.dataNotes) return notesBelow(node, within)
  const nodes = inParagraphs([...behind(node, within), ...children(ledOnce(node), within)])
  return isQuestions(node) ? [element('questions-box', nodes)] : nodes
}

/** A file of WordPress leads to itself by its name, by a button and by a look into it: once is enough. */
function ledOnce(node: HtmlElement): HtmlElement {
  if (!classesOf(node).includes('wp-block-file')) return node
  const isMore = (child: HtmlNode) =>
    child.type === 'element' && classesOf(child).some((name) => /^wp-block-file__(button|embed)$/.test(name))
  const named = (node.children as HtmlNode[]).filter((child) => !isMore(child))
  const hasName = named.some((child) => child.type === 'element' && child.tagName === 'a')
  return hasName ? { ...node, children: named as HtmlElement['children'] } : node
}

const classesOf = ({ properties }: HtmlElement) => [properties.className ?? []].flat().map(String)

/** The picture on which a cover of WordPress has its words, where a style says it. */
function behind(node: HtmlElement, within: Within): HtmlNode[] {
  if (!classesOf(node)[0]?.startsWith('wp-block-cover')) return []
  const url = /background-image:\s*url\(["']?([^"')]{1,1000})/i.exec(String(node.properties.style ?? ''))?.[1]
  return url === undefined ? [] : pictureOf(element('img', [], { src: url }), within)
}

const span: Way = (node, within) => [...behind(node, within), ...children(node, within)]

/** Of a list of notes, each note by itself. */
const notesBelow: Way = (node, within) =>
  (node.children as HtmlNode[]).flatMap((child) =>
    child.type !== 'element'
      ? []
      : noteOf(child, within) === undefined
        ? notesBelow(child, within)
        : note(child, within),
  )

const note: Way = (node, within) => [
  element('fn-note', inParagraphs(children(node, within)), { dataLabel: noteOf(node, within) ?? '' }),
]

const isQuestions = (node: HtmlElement) => {
  const classes = classesOf(node)
  return classes.includes('questions') && (node.tagName === 'section' || classes.includes('wp-block-group'))
}

const kept =
  (name: string): Way =>
  (node, within) =>
    aroundPictures(name, children(node, within))

const form: Way = (node, within) => {
  within.remark({ code: 'form', what: '' })
  return boxed(node, within)
}

const raised: Way = (node, within) => {
  const label = within.notes.get(String(node.properties.dataFn ?? ''))
  if (label !== undefined) return [element('fn-ref', [], { dataLabel: label })]
  const nodes = children(node, within)
  const words = wordsOf(node)
  const isRef = nodes.some((child) => child.type === 'element' && child.tagName === 'fn-ref')
  if (isRef) return nodes
  const letters = node.tagName === 'sup' ? '⁰¹²³⁴⁵⁶⁷⁸⁹' : '₀₁₂₃₄₅₆₇₈₉'
  return /^\d+$/.test(words) ? [text([...words].map((digit) => letters[Number(digit)]).join(''))] : nodes
}

const summary: Way = (node, within) => [element('p', [element('strong', children(node, within))])]

const code: Way = (node) => {
  const inside = (node.children as HtmlNode[]).find(
    (child): child is HtmlElement => child.type === 'element' && child.tagName === 'code',
  )
  // The block editor keeps the language with the block, and not with what is in it.
  const classes = [inside?.properties.className ?? [], node.properties.className ?? []].flat().map(String)
  const language = classes.find((name) => name.startsWith('language-'))
  return [element('pre', [element('code', [text(wordsOf(node))], language ? { className: [language] } : {})])]
}

const cell: Way = (node, within) => {
  const isPlain = (node.children as HtmlNode[]).every(
    (child) => !isBlock(child) || paragraph.test((child as HtmlElement).tagName),
  )
  const { colSpan = 1, rowSpan = 1 } = node.properties
  if (!isPlain || Number(colSpan) > 1 || Number(rowSpan) > 1) within.remark({ code: 'table', what: '' })
  const nodes = children(node, within).flatMap(inOneLine)
  const align = node.properties.align ?? node.properties.dataAlign
  return [
    element(node.tagName, nodes, {
      colSpan: spanOf(colSpan),
      rowSpan: spanOf(rowSpan),
      ...(align ? { align: String(align) } : {}),
    }),
  ]
}

/** Some write thousands, which would be cells of their own. */
const spanOf = (span: unknown) => Math.min(20, Math.max(1, Math.trunc(Number(span)) || 1))

const paragraph = /^(p|br)$/

/** A cell of our tables is one line. */
function inOneLine(node: HtmlNode): HtmlNode[] {
  if (node.type !== 'element') return [node]
  if (node.tagName === 'br') return [text(' ')]
  if (node.tagName === 'img') return [node]
  if (!isBlock(node))
    return [{ ...node, children: (node.children as HtmlNode[]).flatMap(inOneLine) } as HtmlElement]
  return [...(node.children as HtmlNode[]).flatMap(inOneLine), text(node.tagName === 'li' ? '; ' : ' ')]
}

const table: Way = (node, within) => {
  const caption = (node.children as HtmlNode[]).find(
    (child): child is HtmlElement => child.type === 'element' && child.tagName === 'caption',
  )
  const rest = (node.children as HtmlNode[]).filter((child) => child !== caption)
  const said = caption ? [element('p', children(caption, within))] : []
  return [...said, element('table', inner(rest, within).filter(isBlock))]
}

const plain: Way = (node, within) => {
  const { start } = node.properties
  const properties = node.tagName === 'ol' && typeof start === 'number' ? { start } : {}
  const nodes = children(node, within)
  return known.has(node.tagName) ? [element(node.tagName, nodes, properties)] : nodes
}

const known = new Set(
  'ul ol li dl dt dd blockquote thead tbody tfoot tr hr br code kbd samp var q del s strike wbr'.split(' '),
)

/** An address that stands in a text by itself leads there, as WordPress makes it. */
function linked(value: string): HtmlNode[] {
  const parts = value.split(/(https?:\/\/[^\s<>"']{1,1000}[^\s<>"'.,;:!?)\]])/)
  if (parts.length === 1) return [text(value)]
  return parts.flatMap((part, at) =>
    part === '' ? [] : at % 2 === 1 ? [element('a', [text(part)], { href: part })] : [text(part)],
  )
}

const heading: Way = (node, within) => aroundPictures(node.tagName, children(node, within).flatMap(inOneLine))

/** A paragraph; one that holds others is a box. */
const lines: Way = (node, within) => {
  const label = noteOf(node, within)
  const nodes = children(node, within)
  if (label !== undefined) return [element('fn-note', inParagraphs(nodes), { dataLabel: label })]
  return nodes.some(isBlock) ? inParagraphs(nodes) : aroundPictures('p', nodes).flatMap(alone)
}

const alone = (node: HtmlNode): HtmlNode[] =>
  node.type === 'element' && node.tagName === 'img' ? [element('p', [node])] : [node]

const noteOf = (node: HtmlElement, { notes }: Within) =>
  notes.get(`note ${String(node.properties.dataNote ?? '')}`)

const ways: Record<string, Way> = {
  p: lines,
  img: pictureOf,
  figure: figureOf,
  a: linkOf,
  sup: raised,
  sub: raised,
  summary,
  pre: code,
  table,
  td: cell,
  th: cell,
  form,
  span,
  iframe: embedOf,
  embed: embedOf,
  object: embedOf,
  video: embedOf,
  audio: embedOf,
  b: kept('strong'),
  strong: kept('strong'),
  i: kept('em'),
  em: kept('em'),
  cite: kept('em'),
  ...Object.fromEntries(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, heading])),
  ...Object.fromEntries(
    'details div section article header footer main nav aside center address figcaption fieldset legend'
      .split(' ')
      .map((name) => [name, boxed]),
  ),
  ...Object.fromEntries(
    'font u ins mark small big abbr time label'.split(' ').map((name) => [name, children]),
  ),
}
