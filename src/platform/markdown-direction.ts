export type Direction = 'ltr' | 'rtl'

type Node = { type: string; tagName?: string; value?: string; properties?: object; children?: Node[] }

/**
 * Gives blocks in letters of the other direction a `dir`: a verse in Arabic within an English text. A name or an address among
 * other words turns nothing.
 */
export function turnBlocks(nodes: readonly Node[], around: Direction): void {
  for (const node of nodes) {
    const { tagName = '', properties, children } = node
    if (!children) continue
    const own = properties && isTurned(tagName) ? directionOf(node, around) : around
    if (properties && own !== around) Object.assign(properties, { dir: own })
    turnBlocks(children, own)
  }
}

const isTurned = (tag: string) => /^(?:p|h[2-6]|ul|ol|li|blockquote|table|th|td)$/.test(tag)

/** That of three letters in four; else that of the text around. */
function directionOf(node: Node, around: Direction): Direction {
  const words = wordsIn(node).replace(addresses, '')
  const all = words.match(letters)?.length ?? 0
  const leftward = words.match(leftwardLetters)?.length ?? 0
  const others = around === 'rtl' ? all - leftward : leftward
  if (others * 4 <= all * 3) return around
  return around === 'rtl' ? 'ltr' : 'rtl'
}

const addresses = /(?:https?:\/\/|www\.)\S+|\S+@\S+/g
const letters = /\p{L}/gu
const leftwardLetters =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu

const wordsIn = ({ value, tagName, children = [] }: Node): string =>
  value ?? (tagName === 'code' ? '' : children.map(wordsIn).join(' '))
