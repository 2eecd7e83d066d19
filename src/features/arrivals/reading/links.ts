import { aroundPictures, element, inParagraphs, isBlock, text } from './elements.ts'
import { shownAs } from './embeds.ts'
import { type HtmlElement, type HtmlNode, wordsOf } from './plain-text.ts'
import type { Within } from './within.ts'

const leads = /^(https?:|mailto:|\/(?!\/))/i

/** A link; a note where it refers to one. Around a picture or boxes, of which ours lead nowhere, it leads on from their words, else from a line of its own. */
export function linkOf(node: HtmlElement, within: Within): HtmlNode[] {
  const href = String(node.properties.href ?? '').trim()
  const label = within.notes.get(href)
  if (label !== undefined) return [element('fn-ref', [], { dataLabel: label })]
  const to = within.around.ownPath(href) ?? href
  const title = cardTitle(node)
  if (title !== '' && leads.test(to) && !/^mailto:/i.test(to))
    return [element('p', [element('a', [text(title)], { href: to })])]
  const nodes = within.inner(node.children as HtmlNode[], within).flatMap(withoutLinks)
  if (!leads.test(to)) return nodes
  const led = nodes.some(isBlock)
    ? inParagraphs(nodes).map((box) => leadingBox(box, to))
    : aroundPictures('a', nodes, { href: to })
  return led.some(hasLink) ? led : [...led, ...ofPicture(node, nodes, within)]
}

/** Where a link leads that stands around a picture, in a line of its own; nothing where it leads to the picture itself. */
export function ofPicture(node: HtmlElement, nodes: readonly HtmlNode[], { around }: Within): HtmlNode[] {
  const href = String(node.properties.href ?? '').trim()
  const to = around.ownPath(href) ?? href
  const isOwn = /\.(jpe?g|png|gif|webp|avif|tiff?)$/i.test(href) || around.isPageOfFile(href)
  if (nodes.length === 0 || isOwn || !/^(https?:\/\/|\/(?!\/))/i.test(to)) return []
  const title = String(node.properties.title ?? '').trim()
  return [element('p', [element('a', [text(title || shownAs(to))], { href: to })])]
}

/** A paragraph or a heading whose words lead on. */
const leadingBox = (box: HtmlNode, href: string): HtmlNode =>
  box.type === 'element' && /^(p|h[1-6])$/.test(box.tagName)
    ? { ...box, children: aroundPictures('a', box.children as HtmlNode[], { href }) as typeof box.children }
    : box

const hasLink = (node: HtmlNode): boolean =>
  node.type === 'element' && (node.tagName === 'a' || (node.children as HtmlNode[]).some(hasLink))

/** Of a box of Ghost's that leads elsewhere, a bookmark or a file: its title; empty for any other link. */
function cardTitle(node: HtmlElement): string {
  if (!classOf(node).startsWith('kg-')) return ''
  const title = (node.children as HtmlNode[])
    .flatMap((child) => (child.type === 'element' ? [child, ...(child.children as HtmlNode[])] : []))
    .find((child) => child.type === 'element' && /^kg-(bookmark|file-card)-title$/.test(classOf(child)))
  return wordsOf(title?.type === 'element' ? title : node).trim()
}

const classOf = ({ properties }: HtmlElement) => String([properties.className ?? []].flat()[0] ?? '')

/** A link within a link is none. */
const withoutLinks = (node: HtmlNode): HtmlNode[] =>
  node.type === 'element' && node.tagName === 'a' ? (node.children as HtmlNode[]) : [node]

/** The link around a picture that stands alone; undefined for none. */
export function linkAround(nodes: readonly HtmlNode[]): HtmlElement | undefined {
  const open = nodes.toReversed()
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type !== 'element' || node.tagName === 'img') continue
    if (node.tagName === 'a') return node
    open.push(...(node.children as HtmlNode[]).toReversed())
  }
  return undefined
}
