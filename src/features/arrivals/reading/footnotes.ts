import type { HtmlElement, HtmlNode } from './plain-text.ts'

const refers = /^#_?(?:ftn|fn|footnote|note|edn)[-_:]?(\d{1,4})$/
const refersBack = /^#_?(?:ftnref|fnref|footnote-?ref|noteref|ref|ednref)[-_:]?(\d{1,4})$/

/**
 * Notes that were typed, or came from a word processor: a paragraph that leads back to where it is referred to. They are
 * marked, and what leads back goes.
 *
 * @returns labels by the addresses that refer to them, and by `note 1` for the note itself
 */
export function notesIn(nodes: readonly HtmlNode[]): Map<string, string> {
  const found: [string, string][] = listedNotes(nodes)
  if (found.length > 0) return new Map(found)
  for (const { paragraph, number } of notesAmong(nodes)) {
    paragraph.properties.dataNote = number
    found.push([`note ${number}`, number])
  }
  if (found.length === 0) return new Map()
  const numbers = new Set(found.map(([, number]) => number))
  const refs = linksIn(nodes).flatMap((href): [string, string][] => {
    const number = refers.exec(href)?.[1]
    return number !== undefined && numbers.has(number) ? [[href, number]] : []
  })
  return new Map([...found, ...refs])
}

/**
 * Notes as GitHub, Hugo and other writers of Markdown print them: a list in a box of its own, each with an id to which the text
 * leads. The box is marked, its notes too, and what leads back goes.
 */
function listedNotes(nodes: readonly HtmlNode[]): [string, string][] {
  const boxes = elementsIn(nodes).filter(isBoxOfNotes)
  const notes = boxes.flatMap((box) => {
    box.properties.dataNotes = true
    return elementsIn(box.children as HtmlNode[]).filter(
      ({ tagName, properties }) => tagName === 'li' && typeof properties.id === 'string',
    )
  })
  return notes.flatMap((note, at): [string, string][] => {
    const label = String(at + 1)
    note.properties.dataNote = label
    withoutWayBack(note)
    return [
      [`note ${label}`, label],
      [`#${note.properties.id}`, label],
    ]
  })
}

const isBoxOfNotes = ({ tagName, properties }: HtmlElement) =>
  /^(section|div)$/.test(tagName) &&
  (properties.dataFootnotes !== undefined || [properties.className ?? []].flat().includes('footnotes'))

function withoutWayBack(node: HtmlElement): void {
  const isBack = (child: HtmlNode) =>
    child.type === 'element' &&
    child.tagName === 'a' &&
    (child.properties.dataFootnoteBackref !== undefined || /^#.*ref[-_:]?/i.test(hrefOf(child)))
  for (const one of [node, ...elementsIn(node.children as HtmlNode[])]) {
    const kept = (one.children as HtmlNode[]).filter((child) => !isBack(child))
    if (kept.length === one.children.length) continue
    const last = kept.at(-1)
    if (last?.type === 'text') last.value = last.value.trimEnd()
    one.children = kept as HtmlElement['children']
  }
}

function notesAmong(nodes: readonly HtmlNode[]): { paragraph: HtmlElement; number: string }[] {
  return elementsIn(nodes).flatMap((paragraph) => {
    if (paragraph.tagName !== 'p') return []
    const back = (paragraph.children as HtmlNode[]).findIndex((child) => refersBack.test(hrefOf(child)))
    const number = refersBack.exec(hrefOf(paragraph.children[back] as HtmlNode | undefined))?.[1]
    if (number === undefined) return []
    paragraph.children.splice(back, 1)
    return [{ paragraph, number }]
  })
}

const hrefOf = (node: HtmlNode | undefined): string =>
  node?.type === 'element' && node.tagName === 'a' ? String(node.properties.href ?? '') : ''

const linksIn = (nodes: readonly HtmlNode[]) => elementsIn(nodes).map(hrefOf).filter(Boolean)

/** Without recursion, in their order. */
function elementsIn(nodes: readonly HtmlNode[]): HtmlElement[] {
  const found: HtmlElement[] = []
  const open = nodes.toReversed()
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type !== 'element') continue
    found.push(node)
    open.push(...(node.children as HtmlNode[]).toReversed())
  }
  return found
}
