import { type HtmlElement, type HtmlNode, htmlOf } from '../../../platform/markdown.ts'

/** A note below a text, as WordPress keeps it. */
export type Note = { id: string; content: string }

/** Takes the notes of a text out of its elements; what refers to them does so as in WordPress. */
export function takeNotes(nodes: readonly HtmlNode[], prefix: string): { nodes: HtmlNode[]; notes: Note[] } {
  const below = nodes.find((node) => node.type === 'element' && node.properties.dataFootnotes !== undefined)
  if (below?.type !== 'element') return { nodes: [...nodes], notes: [] }
  const ids = new Map<string, string>()
  const items = elementsIn(below.children)
    .filter(({ tagName }) => tagName === 'ol')
    .slice(0, 1)
    .flatMap(({ children }) => elementsIn(children))
  const notes = items.map((item, at) => {
    const id = `${prefix}-${at + 1}`
    ids.set(`#${item.properties.id}`, id)
    return { id, item }
  })
  const text = nodes.filter((node) => node !== below).map((node) => referring(node, ids))
  return {
    nodes: text,
    notes: notes.map(({ id, item }) => ({ id, content: contentOf(item, ids) })),
  }
}

const elementsIn = (nodes: readonly HtmlNode[]) => nodes.filter((node) => node.type === 'element')

/** `1` in the text, leading to its note; a second reference to the same note leads there as well. */
function referring(node: HtmlNode, ids: ReadonlyMap<string, string>): HtmlNode {
  if (node.type !== 'element') return node
  const [link] = elementsIn(node.children)
  if (node.tagName === 'sup' && link?.properties.dataFootnoteRef !== undefined) return reference(link, ids)
  return { ...node, children: node.children.map((child) => referring(child, ids) as typeof child) }
}

function reference(link: HtmlElement, ids: ReadonlyMap<string, string>): HtmlElement {
  const id = ids.get(String(link.properties.href)) ?? ''
  const anchor: HtmlElement = {
    ...{ type: 'element', tagName: 'a', children: link.children },
    properties: { href: `#${id}`, id: `${id}-link` },
  }
  return {
    ...{ type: 'element', tagName: 'sup', children: [anchor] },
    properties: { dataFn: id, className: ['fn'] },
  }
}

/** What a note says, without the way back to the text; a note of one paragraph is its line. */
function contentOf(item: HtmlElement, ids: ReadonlyMap<string, string>): string {
  const nodes = item.children.map(withoutWayBack).map((node) => referring(node, ids))
  const elements = elementsIn(nodes)
  const [only] = elements
  const isLine = elements.length === 1 && only?.tagName === 'p'
  return htmlOf(isLine && only ? only.children : nodes).trim()
}

function withoutWayBack(node: HtmlNode): HtmlNode {
  if (node.type !== 'element') return node
  const children = node.children
    .filter((child) => !(child.type === 'element' && child.properties.dataFootnoteBackref !== undefined))
    .map((child) => withoutWayBack(child) as typeof child)
  const last = children.at(-1)
  if (children.length < node.children.length && last?.type === 'text')
    children[children.length - 1] = { ...last, value: last.value.trimEnd() }
  return { ...node, children }
}
