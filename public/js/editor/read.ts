import type { Mark, Node } from 'prosemirror-model'
import { dialect, questionsBlock } from '../../../src/platform/markdown-dialect.ts'
import { schema } from './schema.ts'

const reader = dialect()

export type Tree = ReturnType<typeof reader.parse>
export type Block = Tree['children'][number]
export const parse = (markdown: string): Tree => reader.parse(markdown)

/** What the text refers to by name, as `[here][name]`. */
type Names = ReadonlyMap<string, { url: string; title?: string | null | undefined }>

/** Thrown by whatever has no node: the block around it is then shown as it is written. */
class Unwritable extends Error {}

/** Blocks of a text with the place of each in it. A block that no node can hold is `raw`, with its source. */
export function blocksOf(tree: Tree, markdown: string): { node: Node; from: number; to: number }[] {
  const names = namesIn(tree.children)
  return tree.children.map((block) => {
    const from = block.position?.start.offset ?? 0
    const to = block.position?.end.offset ?? from
    return { node: blockOrRaw(block, markdown.slice(from, to), names), from, to }
  })
}

function blockOrRaw(block: Block, source: string, names: Names): Node {
  try {
    return readBlock(block, names)
  } catch (error) {
    if (!(error instanceof Unwritable) && !(error instanceof RangeError)) throw error
    return schema.node('raw', null, source === '' ? [] : [schema.text(source)])
  }
}

function namesIn(blocks: readonly Block[]): Names {
  const names = new Map<string, { url: string; title?: string | null | undefined }>()
  const visit = (nodes: readonly Block[]) => {
    for (const node of nodes) {
      if (node.type === 'definition' && !names.has(node.identifier)) names.set(node.identifier, node)
      else if ('children' in node) visit(node.children as Block[])
    }
  }
  visit(blocks)
  return names
}

/** @throws Unwritable @throws RangeError where the schema does not allow it */
function readBlock(block: Block, names: Names): Node {
  const inside = () => blocksIn('children' in block ? (block.children as Block[]) : [], names)
  const made = (type: string, attrs: Record<string, unknown> | null, content: readonly Node[] = []) =>
    schema.nodes[type]?.createChecked(attrs, content) ?? refuse()
  switch (block.type) {
    case 'paragraph':
      return standing(block.children) ?? made('paragraph', null, readLine(block.children, names))
    case 'heading':
      return made('heading', { level: block.depth }, readLine(block.children, names))
    case 'blockquote':
      return made('quote', null, inside())
    case 'list':
      return made(
        block.ordered ? 'numbered' : 'list',
        { spread: block.spread ?? false, ...(block.ordered && { start: block.start ?? 1 }) },
        block.children.map((item) =>
          made(
            'item',
            { checked: item.checked ?? null, spread: item.spread ?? false },
            blocksIn(item.children, names),
          ),
        ),
      )
    case 'code':
      return made('code', { lang: block.lang ?? null, meta: block.meta ?? null }, textNodes(block.value))
    case 'thematicBreak':
      return made('rule', null)
    case 'table':
      return readTable(block, names)
    case 'footnoteDefinition':
      return made('note', { label: block.label ?? block.identifier }, inside())
    case 'containerDirective':
      return isPlainQuestions(block) ? made('questions', null, inside()) : refuse()
    default:
      return refuse()
  }
}

function refuse(): never {
  throw new Unwritable()
}

const textNodes = (text: string) => (text === '' ? [] : [schema.text(text)])

/** A list item, a quote or a note may be empty on paper; to write in, it has a line. */
const blocksIn = (blocks: readonly Block[], names: Names): Node[] =>
  blocks.length === 0 ? [schema.node('paragraph')] : blocks.map((block) => readBlock(block, names))

function isPlainQuestions(block: Extract<Block, { type: 'containerDirective' }>): boolean {
  const [first] = block.children
  const hasLabel = first?.type === 'paragraph' && first.data?.directiveLabel === true
  return block.name === questionsBlock && !hasLabel && Object.keys(block.attributes ?? {}).length === 0
}

type Phrase = Extract<Block, { type: 'paragraph' }>['children'][number]

function standing(line: readonly Phrase[]): Node | null {
  const [only] = line
  if (line.length !== 1 || only?.type !== 'image') return null
  return schema.node('figure', { src: only.url, alt: only.alt ?? '', title: only.title ?? '' })
}

function readTable(table: Extract<Block, { type: 'table' }>, names: Names): Node {
  const width = Math.max(...table.children.map((row) => row.children.length))
  const rows = table.children.map((row, index) => {
    const kind = index === 0 ? 'table_header' : 'table_cell'
    const cells = Array.from({ length: width }, (_, column) =>
      (schema.nodes[kind] ?? refuse()).createChecked(
        { align: table.align?.[column] ?? null },
        readLine(row.children[column]?.children ?? [], names),
      ),
    )
    return schema.node('table_row', null, cells)
  })
  return schema.node('table', null, rows)
}

function readLine(line: readonly Phrase[], names: Names, marks: readonly Mark[] = []): Node[] {
  return line.flatMap((phrase) => readPhrase(phrase, names, marks))
}

function readPhrase(phrase: Phrase, names: Names, marks: readonly Mark[]): Node[] {
  const within = (name: string, attrs?: Record<string, unknown>) =>
    readLine(
      'children' in phrase ? (phrase.children as Phrase[]) : [],
      names,
      schema.mark(name, attrs).addToSet(marks),
    )
  const made = (type: string, attrs?: Record<string, unknown>) => [schema.node(type, attrs, [], marks)]
  switch (phrase.type) {
    case 'text':
      // A line that was broken by hand goes on.
      return textNodes(phrase.value.replace(/[ \t]*\n[ \t]*/g, ' ')).map((node) => node.mark(marks))
    case 'strong':
      return within('strong')
    case 'emphasis':
      return within('em')
    case 'delete':
      return within('strike')
    case 'link':
      return within('link', { href: phrase.url, title: phrase.title ?? null })
    case 'linkReference': {
      const { url, title } = names.get(phrase.identifier) ?? refuse()
      return within('link', { href: url, title: title ?? null })
    }
    case 'inlineCode':
      return textNodes(phrase.value).map((node) => node.mark(schema.mark('verbatim').addToSet(marks)))
    case 'image':
      return made('image', { src: phrase.url, alt: phrase.alt ?? '', title: phrase.title ?? '' })
    case 'imageReference': {
      const { url, title } = names.get(phrase.identifier) ?? refuse()
      return made('image', { src: url, alt: phrase.alt ?? '', title: title ?? '' })
    }
    case 'break':
      return made('break')
    case 'footnoteReference':
      return made('footnote', { label: phrase.label ?? phrase.identifier })
    case 'html':
      return made('piece', { source: phrase.value })
    default:
      return refuse()
  }
}
