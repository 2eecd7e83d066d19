import rehypeRemark from 'rehype-remark'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { dialect, questionsBlock } from '../../../platform/markdown-dialect.ts'
import { cleanText, isTangled } from '../../../platform/typed-text.ts'
import type { CameText } from '../arrival.ts'
import type { Around, Remark } from './around.ts'
import { htmlOf } from './blocks.ts'
import { dressed } from './dressed.ts'
import { aroundPictures, element, inParagraphs, isPicture, takenOut } from './elements.ts'
import { withPatterns } from './patterns.ts'
import { type HtmlElement, type HtmlNode, parseHtml } from './plain-text.ts'

type Handlers = Extract<Parameters<typeof rehypeRemark>[0], { handlers?: unknown }>['handlers'] & {}

const labelled = (node: HtmlElement) => ({
  identifier: String(node.properties.dataLabel),
  label: String(node.properties.dataLabel),
})

/** An item is wide where it holds a paragraph, and not where a list below it has several items. */
const hasParagraph = ({ children }: HtmlElement) =>
  children.some((child) => child.type === 'element' && child.tagName === 'p')

const handlers: Handlers = {
  li: (state, node) => ({
    ...{ type: 'listItem' as const, spread: hasParagraph(node as HtmlElement), checked: null },
    children: state.toFlow(state.all(node)) as never,
  }),
  'fn-ref': (_state, node) => ({ type: 'footnoteReference' as const, ...labelled(node as HtmlElement) }),
  'fn-note': (state, node) => ({
    ...{ type: 'footnoteDefinition' as const, ...labelled(node as HtmlElement) },
    children: state.toFlow(state.all(node)) as never,
  }),
  'questions-box': (state, node) =>
    ({
      ...{ type: 'containerDirective', name: questionsBlock, attributes: {} },
      children: state.toFlow(state.all(node)),
    }) as never,
}

const translator = unified().use(rehypeRemark, { handlers, document: true })

const printer = dialect().use(remarkStringify, {
  ...{ bullet: '-', bulletOther: '*', emphasis: '*', fences: true, incrementListMarker: true },
  ...{ listItemIndent: 'one', rule: '-' },
})

/** In letters; what is longer is no article. */
export const mostHtml = 1_000_000

/** As Markdown, with what could not come along as it was. */
export type Written = { markdown: string; remarks: Remark[] }

/**
 * A text of WordPress as our Markdown: what it shows stays, whatever kept it together goes. Never more than is safe to
 * print, since it is printed as any text that somebody types.
 */
export const markdownOf = (text: Pick<CameText, 'body' | 'notes'>, around: Around): Written =>
  written(text, around, (html, told) => htmlOf(withPatterns(html, around.patternOf), told))

/** The same of a text that is HTML as it is shown. */
export const markdownOfHtml = (text: Pick<CameText, 'body' | 'notes'>, around: Around): Written =>
  written(text, around, (html) => html)

function written(
  { body, notes }: Pick<CameText, 'body' | 'notes'>,
  around: Around,
  shownAs: typeof htmlOf,
): Written {
  const remarks: Remark[] = []
  const remark = (one: Remark) => {
    if (!remarks.some(({ code, what }) => code === one.code && what === one.what)) remarks.push(one)
  }
  const told = { around, remark }
  const root = parseHtml(shallow(shownAs(cleanText(body), told), remark))
  const known = notes.map(({ id, text }, at) => ({ id, label: String(at + 1), text }))
  const nodes = dressed(root.children, { ...told, notes: new Map(known.map(({ id, label }) => [id, label])) })
  const below = known.map(({ label, text }) =>
    element('fn-note', inParagraphs(dressed(parseHtml(text).children, { ...told, notes: new Map() })), {
      dataLabel: label,
    }),
  )
  const markdown = printed([...inParagraphs(nodes).flatMap(withPicturesAfter), ...below])
  if (isTangled(markdown)) remark({ code: 'tangled', what: '' })
  return { markdown, remarks }
}

/** Elements within each other before they are read; those that close themselves do not count. */
const mostDepth = 150
const tags = /<(\/?)([a-z][a-z0-9]{0,20})/gi
const flat = /^(p|li|t[drh]|d[td]|br|hr|img|input|col|embed|source|track|wbr|area|link|meta|param|option)$/i

/** The same, or its words where it is deeper than anything that is read. */
function shallow(html: string, remark: (remark: Remark) => void): string {
  let depth = 0
  for (const [, closing, name = ''] of html.matchAll(tags)) {
    if (flat.test(name)) continue
    depth = closing ? Math.max(0, depth - 1) : depth + 1
    if (depth <= mostDepth) continue
    remark({ code: 'too-deep', what: '' })
    return html.replace(/<\/?[a-z][^<>]{0,2000}>/gi, ' ')
  }
  return html
}

/** A picture has a paragraph to itself, also one that stood in a list. */
function withPicturesAfter(node: HtmlNode): HtmlNode[] {
  if (node.type !== 'element') return [node]
  if (node.tagName === 'p') return aroundPictures('p', node.children as HtmlNode[]).map(standing)
  return [node, ...takenOut(node).map(standing)]
}

const standing = (node: HtmlNode) => (isPicture(node) ? element('p', [node]) : node)

function printed(nodes: HtmlNode[]): string {
  const tree = translator.runSync({ type: 'root', children: nodes as never } as never)
  return cleanText(printer.stringify(tree as never) as string).trim()
}
