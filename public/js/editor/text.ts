import type { Node } from 'prosemirror-model'
import { blocksOf, parse } from './read.ts'
import { schema } from './schema.ts'
import { print, treeOf } from './write.ts'

/** A block as it was read: what stands between it and the one before, and its source. */
type Loaded = { key: string; gap: string; source: string }

/** A text that is open: its blocks, and how each was written. */
export type OpenText = { doc: Node; loaded: readonly Loaded[]; tail: string }

/** What is left of a document in Markdown; `differs`: read again, it would not say the same. */
export type Printed = { markdown: string; differs: boolean }

/** Opens a text to be written on. `printText` gives the same bytes for it until something is changed. */
export function openText(markdown: string): OpenText {
  const blocks = blocksOf(parse(markdown), markdown)
  let end = 0
  const loaded = blocks.map(({ node, from, to }): Loaded => {
    const gap = markdown.slice(end, from)
    end = to
    return { key: keyOf(node), gap, source: markdown.slice(from, to) }
  })
  return { doc: docOf(blocks.map(({ node }) => node)), loaded, tail: markdown.slice(end) }
}

const docOf = (blocks: readonly Node[]): Node =>
  schema.node('doc', null, blocks.length > 0 ? blocks : [schema.node('paragraph')])

/**
 * A document as Markdown: blocks that nobody touched letter for letter as they were written, the others anew. Where the
 * two side by side would be read otherwise than they were meant, all is written anew.
 */
export function printText(doc: Node, open: OpenText): Printed {
  const blocks = doc.content.content.filter((node) => !isBlank(node))
  const mixed = printMixed(blocks, open)
  if (mixed.isUntouched || saysTheSame(mixed.markdown, blocks))
    return { markdown: mixed.markdown, differs: false }
  const anew = blocks.length > 0 ? `${print(blocks)}\n` : ''
  return { markdown: anew, differs: !saysTheSame(anew, blocks) }
}

const isBlank = (node: Node) => node.type.name === 'paragraph' && node.content.size === 0

function printMixed(blocks: readonly Node[], { loaded, tail }: OpenText) {
  const places = placesOf(blocks, loaded)
  const parts: string[] = []
  for (let at = 0; at < blocks.length; ) {
    const place = places[at] ?? -1
    const isNext = place >= 0 && place === (at === 0 ? 0 : (places[at - 1] ?? -1) + 1)
    const gap = isNext && (at === 0 || (places[at - 1] ?? -1) >= 0) ? loaded[place]?.gap : undefined
    let end = at + 1
    if (place < 0) while (end < blocks.length && (places[end] ?? -1) < 0) end += 1
    parts.push(gap ?? (at === 0 ? '' : '\n\n'), loaded[place]?.source ?? print(blocks.slice(at, end)))
    at = end
  }
  const isUntouched = blocks.length === loaded.length && places.every((place, at) => place === at)
  const isLast = (places.at(-1) ?? -1) === loaded.length - 1
  const ending = isLast && loaded.length > 0 ? tail : blocks.length > 0 ? '\n' : ''
  return { markdown: parts.join('') + (isUntouched ? tail : ending), isUntouched }
}

/** For each block the place of what it was read from, or -1: the next alike after the one before, else any. */
function placesOf(blocks: readonly Node[], loaded: readonly Loaded[]): number[] {
  const left = new Map<string, number[]>()
  for (const [place, { key }] of loaded.entries()) left.set(key, [...(left.get(key) ?? []), place])
  let last = -1
  return blocks.map((block) => {
    const places = left.get(keyOf(block))
    if (!places || places.length === 0) return -1
    const next = Math.max(
      0,
      places.findIndex((place) => place > last),
    )
    const [place = -1] = places.splice(next, 1)
    last = place
    return place
  })
}

/** Nodes never change, so what one says is found once. */
const keys = new WeakMap<Node, string>()
function keyOf(node: Node): string {
  const known = keys.get(node) ?? JSON.stringify(node.toJSON())
  keys.set(node, known)
  return known
}

/** Whether a text, read again, says what the blocks say. How loosely a list is set does not matter. */
function saysTheSame(markdown: string, blocks: readonly Node[]): boolean {
  const again = blocksOf(parse(markdown), markdown).map(({ node }) => node)
  return meaning(again) === meaning(blocks)
}

const meaning = (blocks: readonly Node[]) =>
  JSON.stringify(treeOf(blocks.flatMap(opened)), (key, value) => {
    if (key === 'spread' || key === 'data') return undefined
    return key === 'children' ? joined(value) : value
  })

/** Source that was typed where only source can stand counts by what it says. */
function opened(node: Node): Node[] {
  if (node.type.name !== 'raw') return [node]
  const source = node.textContent
  const inside = blocksOf(parse(source), source).map((block) => block.node)
  return inside.some(({ type }) => type.name === 'raw') ? [node] : inside
}

type Piece = { type: string; value?: string }

/** Neighbouring stretches of the same text are one. */
function joined(children: readonly Piece[]): Piece[] {
  const result: Piece[] = []
  for (const child of children) {
    const last = result.at(-1)
    if (last && child.type === 'text' && last.type === 'text')
      result[result.length - 1] = { ...last, value: `${last.value}${child.value}` }
    else result.push(child)
  }
  return result
}
