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
  const found: [string, string][] = []
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
