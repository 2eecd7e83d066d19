import type { Mark, Node } from 'prosemirror-model'
import remarkStringify from 'remark-stringify'
import { dialect, questionsBlock } from '../../../src/platform/markdown-dialect.ts'
import type { Block, Tree } from './read.ts'

type Phrase = Extract<Block, { type: 'paragraph' }>['children'][number]
type ListItem = Extract<Block, { type: 'list' }>['children'][number]

const printer = dialect().use(remarkStringify, {
  bullet: '-',
  bulletOther: '*',
  emphasis: '*',
  fences: true,
  incrementListMarker: true,
  listItemIndent: 'one',
  rule: '-',
})

/** Blocks as Markdown, without a line end behind the last. */
export const print = (blocks: readonly Node[]): string =>
  (printer.stringify(treeOf(blocks)) as string).replace(/\n$/, '')

export const treeOf = (blocks: readonly Node[]): Tree => ({
  type: 'root',
  children: blocks.flatMap(writeBlock),
})

const childrenOf = (node: Node): Node[] => node.content.content.slice()
const within = (node: Node): Block[] => childrenOf(node).flatMap(writeBlock)

/** An empty line says nothing and is left out. */
function writeBlock(node: Node): Block[] {
  const block = written(node)
  const isEmpty = block.type === 'paragraph' && block.children.length === 0
  return isEmpty ? [] : [block]
}

function written(node: Node): Block {
  switch (node.type.name) {
    case 'heading':
      return { type: 'heading', depth: node.attrs.level, children: writeLine(node) }
    case 'quote':
      return { type: 'blockquote', children: within(node) as never }
    case 'list':
    case 'numbered':
      return writeList(node)
    case 'code':
      return { type: 'code', lang: node.attrs.lang, meta: node.attrs.meta, value: node.textContent }
    case 'rule':
      return { type: 'thematicBreak' }
    case 'figure':
      return { type: 'paragraph', children: [pictureOf(node)] }
    case 'note':
      return { type: 'footnoteDefinition', ...labelled(node), children: within(node) as never }
    case 'questions':
      return {
        type: 'containerDirective',
        name: questionsBlock,
        attributes: {},
        children: within(node) as never,
      }
    case 'raw':
      return { type: 'html', value: node.textContent }
    case 'table':
      return writeTable(node)
    default:
      return { type: 'paragraph', children: writeLine(node) }
  }
}

const labelled = (node: Node) => ({
  label: node.attrs.label as string,
  identifier: (node.attrs.label as string).toLowerCase(),
})

const pictureOf = (node: Node): Phrase => ({
  type: 'image',
  url: node.attrs.src,
  alt: node.attrs.alt,
  title: node.attrs.title || null,
})

function writeList(node: Node): Block {
  const isOrdered = node.type.name === 'numbered'
  const children = childrenOf(node).map(
    (item): ListItem => ({
      type: 'listItem',
      checked: item.attrs.checked,
      spread: item.attrs.spread,
      children: within(item) as never,
    }),
  )
  return {
    type: 'list',
    ordered: isOrdered,
    start: isOrdered ? node.attrs.start : null,
    spread: node.attrs.spread,
    children,
  }
}

function writeTable(node: Node): Block {
  const rows = childrenOf(node)
  const head = rows[0] ? childrenOf(rows[0]) : []
  return {
    type: 'table',
    align: head.map((cell) => cell.attrs.align),
    children: rows.map((row) => ({
      type: 'tableRow',
      children: childrenOf(row).map((cell) => ({ type: 'tableCell', children: writeLine(cell) })),
    })),
  }
}

/** A stretch of a line with the marks around it. */
type Run = { node: Node; marks: readonly Mark[] }

/** Without the spaces at its ends, which Markdown does not keep. */
function writeLine(node: Node): Phrase[] {
  const runs = childrenOf(node).map((child): Run => ({ node: child, marks: child.marks }))
  return edges(nest(runs)).inner
}

/** Flat marks become nested ones: of those that begin here, the one that reaches farthest is outermost. */
function nest(runs: readonly Run[]): Phrase[] {
  const line: Phrase[] = []
  for (let at = 0; at < runs.length; ) {
    const run = runs[at] as Run
    const [mark, reach] = farthest(runs, at)
    if (!mark) {
      line.push(leaf(run))
      at += 1
      continue
    }
    const inner = runs
      .slice(at, at + reach)
      .map(({ node, marks }) => ({ node, marks: marks.filter((one) => !one.eq(mark)) }))
    line.push(...wrapped(mark, nest(inner)))
    at += reach
  }
  return line
}

function farthest(runs: readonly Run[], at: number): [Mark | null, number] {
  let best: [Mark | null, number] = [null, 0]
  for (const mark of runs[at]?.marks ?? []) {
    if (mark.type.name === 'verbatim') continue
    let reach = 1
    while (runs[at + reach]?.marks.some((one) => one.eq(mark))) reach += 1
    if (reach > best[1]) best = [mark, reach]
  }
  return best
}

const kinds = { strong: 'strong', em: 'emphasis', strike: 'delete' } as const

/** Spaces and breaks at the ends of a marked stretch stand outside of its mark, where Markdown can say them. */
function wrapped(mark: Mark, children: Phrase[]): Phrase[] {
  if (mark.type.name === 'link')
    return [{ type: 'link', url: mark.attrs.href, title: mark.attrs.title, children: children as never }]
  const { before, inner, after } = edges(children)
  const type = kinds[mark.type.name as keyof typeof kinds]
  return [...before, ...(inner.length > 0 ? [{ type, children: inner }] : []), ...after]
}

function leaf({ node, marks }: Run): Phrase {
  switch (node.type.name) {
    case 'break':
      return { type: 'break' }
    case 'image':
      return pictureOf(node)
    case 'footnote':
      return { type: 'footnoteReference', ...labelled(node) }
    case 'piece':
      return { type: 'html', value: node.attrs.source }
    default: {
      const isVerbatim = marks.some(({ type }) => type.name === 'verbatim')
      return { type: isVerbatim ? 'inlineCode' : 'text', value: node.text ?? '' }
    }
  }
}

/** A line without the spaces and breaks at its ends, and those. */
function edges(line: readonly Phrase[]): Record<'before' | 'inner' | 'after', Phrase[]> {
  const inner = [...line]
  const before: Phrase[] = []
  const after: Phrase[] = []
  while (inner[0] && isSpace(inner[0])) before.push(...inner.splice(0, 1))
  while (inner.length > 0 && isSpace(inner.at(-1))) after.unshift(...inner.splice(-1, 1))
  const [first] = inner
  if (first?.type === 'text' && /^\s/.test(first.value)) {
    before.push(textOf(first.value.slice(0, first.value.length - first.value.trimStart().length)))
    inner[0] = textOf(first.value.trimStart())
  }
  const last = inner.at(-1)
  if (last?.type === 'text' && /\s$/.test(last.value)) {
    after.unshift(textOf(last.value.slice(last.value.trimEnd().length)))
    inner[inner.length - 1] = textOf(last.value.trimEnd())
  }
  return { before, inner, after }
}

const textOf = (value: string): Phrase => ({ type: 'text', value })
const isSpace = (phrase: Phrase | undefined) =>
  phrase?.type === 'break' || (phrase?.type === 'text' && phrase.value.trim() === '')
