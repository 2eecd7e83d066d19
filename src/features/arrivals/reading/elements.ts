import type { HtmlElement, HtmlNode } from './plain-text.ts'

const block = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd pre blockquote table thead tbody tfoot tr td th caption hr fn-note questions-box'.split(
    ' ',
  ),
)

export const isBlock = (node: HtmlNode): boolean => node.type === 'element' && block.has(node.tagName)

export const element = (
  tagName: string,
  children: HtmlNode[],
  properties: HtmlElement['properties'] = {},
): HtmlElement => ({ type: 'element', tagName, properties, children: children as HtmlElement['children'] })

export const text = (value: string): HtmlNode => ({ type: 'text', value })

export const isPicture = (node: HtmlNode): node is HtmlElement =>
  node.type === 'element' && node.tagName === 'img'

const isEmpty = (node: HtmlNode): boolean =>
  node.type === 'text' ? node.value.trim() === '' : node.type === 'element' && node.tagName === 'br'

/** Nodes in their order: each that stands alone as itself, and what stands between two of them together. Empty stretches go. */
function parted(
  nodes: readonly HtmlNode[],
  isAlone: (node: HtmlNode) => boolean,
  together: (run: HtmlNode[]) => HtmlNode,
): HtmlNode[] {
  const out: HtmlNode[] = []
  let run: HtmlNode[] = []
  const close = () => {
    if (!run.every(isEmpty)) out.push(together(run))
    run = []
  }
  for (const node of nodes) {
    if (!isAlone(node)) run.push(node)
    else {
      close()
      out.push(node)
    }
  }
  close()
  return out
}

/** Stretches of what stands in lines become paragraphs; what stands by itself stays. */
export const inParagraphs = (nodes: readonly HtmlNode[]): HtmlNode[] =>
  parted(nodes, isBlock, (run) => element('p', run))

/** An element of a line, taken apart where pictures stand in it, since each has a paragraph to itself. */
export const aroundPictures = (
  tagName: string,
  nodes: readonly HtmlNode[],
  properties: HtmlElement['properties'] = {},
): HtmlNode[] => parted(nodes, isPicture, (run) => element(tagName, run, properties))

/** Pictures within a list, a quotation or a table, which show none, in the order in which they stand there. */
export function takenOut(node: HtmlElement): HtmlElement[] {
  const found: HtmlElement[] = []
  node.children = node.children.filter((child) => {
    if (isPicture(child as HtmlNode)) {
      found.push(child as HtmlElement)
      return false
    }
    if (child.type === 'element') found.push(...takenOut(child))
    return true
  })
  return found
}
