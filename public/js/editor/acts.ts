import { lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands'
import type { Attrs, Node, NodeType } from 'prosemirror-model'
import { liftListItem, wrapInList } from 'prosemirror-schema-list'
import { type Command, type EditorState, NodeSelection, TextSelection } from 'prosemirror-state'
import { schema } from './schema.ts'

const { nodes, marks } = schema
const node = (name: string) => nodes[name] as NodeType
const mark = (name: string) => marks[name] as NonNullable<(typeof marks)[string]>

/** The nearest block of a kind around the selection. */
function around(state: EditorState, ...names: string[]): { node: Node; at: number } | null {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const one = $from.node(depth)
    if (names.includes(one.type.name)) return { node: one, at: $from.before(depth) }
  }
  return null
}

export const hasMark = (name: string) => (state: EditorState) => {
  const { from, $from, to, empty } = state.selection
  const type = mark(name)
  return empty ? !!type.isInSet(state.storedMarks ?? $from.marks()) : state.doc.rangeHasMark(from, to, type)
}

export const marking = (name: string): Command => toggleMark(mark(name))

export const isHeading = (level: number) => (state: EditorState) =>
  around(state, 'heading')?.node.attrs.level === level

export const heading =
  (level: number): Command =>
  (state, dispatch) =>
    isHeading(level)(state)
      ? setBlockType(node('paragraph'))(state, dispatch)
      : setBlockType(node('heading'), { level })(state, dispatch)

export const isIn = (name: string) => (state: EditorState) => around(state, name) !== null

/** Makes a list, turns one kind into the other, or ends it. */
export const listing =
  (name: 'list' | 'numbered'): Command =>
  (state, dispatch) => {
    const list = around(state, 'list', 'numbered')
    if (!list) return wrapInList(node(name))(state, dispatch)
    if (list.node.type.name === name) return liftListItem(node('item'))(state, dispatch)
    dispatch?.(state.tr.setNodeMarkup(list.at, node(name), { spread: list.node.attrs.spread }))
    return true
  }

export const quoting: Command = (state, dispatch) =>
  around(state, 'quote') ? lift(state, dispatch) : wrapIn(node('quote'))(state, dispatch)

export const coding: Command = (state, dispatch) =>
  around(state, 'code')
    ? setBlockType(node('paragraph'))(state, dispatch)
    : setBlockType(node('code'))(state, dispatch)

/** Puts a block where the selection is, and goes on writing in it, or below. */
const putting =
  (make: (state: EditorState) => Node): Command =>
  (state, dispatch) => {
    if (around(state, 'table', 'code', 'raw')) return false
    if (!dispatch) return true
    const made = make(state)
    const tr = state.tr.replaceSelectionWith(made)
    let at = -1
    tr.doc.descendants((one, pos) => {
      if (one === made) at = pos
      return at < 0
    })
    if (at >= 0)
      tr.setSelection(
        made.isAtom || made.isLeaf
          ? NodeSelection.create(tr.doc, at)
          : TextSelection.near(tr.doc.resolve(at + 1)),
      )
    dispatch(tr.scrollIntoView())
    return true
  }

export const puttingRule = putting(() => node('rule').create())

const puttingFigure = (attrs: Attrs): Command => putting(() => node('figure').create(attrs))

const cell = (name: string) => node(name).createAndFill() as Node
const row = (name: string) => node('table_row').create(null, [cell(name), cell(name)])

export const puttingTable = putting(() =>
  node('table').create(null, [row('table_header'), row('table_cell'), row('table_cell')]),
)

export const puttingQuestions: Command = (state, dispatch) =>
  around(state, 'questions')
    ? lift(state, dispatch)
    : putting(() =>
        node('questions').create(
          null,
          node('list').create(null, node('item').create(null, node('paragraph').create())),
        ),
      )(state, dispatch)

/** A mark of a note where the selection ends, and at the end of the text the note, to go on writing in. */
export const puttingFootnote: Command = (state, dispatch) => {
  const { $to } = state.selection
  if (!$to.parent.inlineContent || $to.parent.type.spec.code || around(state, 'note')) return false
  if (!dispatch) return true
  const label = nextLabel(state.doc)
  const tr = state.tr.insert($to.pos, node('footnote').create({ label }))
  tr.insert(tr.doc.content.size, node('note').create({ label }, node('paragraph').create()))
  tr.setSelection(TextSelection.near(tr.doc.resolve(tr.doc.content.size - 2), -1))
  dispatch(tr.scrollIntoView())
  return true
}

function nextLabel(doc: Node): string {
  let highest = 0
  doc.descendants(({ attrs }) => {
    highest = Math.max(highest, Number(attrs.label) || 0)
  })
  return String(highest + 1)
}

/** The link around the selection, whole. */
export function linkAround(state: EditorState): { href: string; from: number; to: number } | null {
  const { $from, from, to, empty } = state.selection
  const type = mark('link')
  const found =
    type.isInSet($from.marks()) ?? (empty ? undefined : type.isInSet($from.nodeAfter?.marks ?? []))
  if (!found) return null
  const start = $from.start()
  let link = { from, to }
  $from.parent.forEach((child, offset) => {
    const begins = start + offset
    const ends = begins + child.nodeSize
    if (found.isInSet(child.marks) && begins <= link.to && ends >= link.from)
      link = { from: Math.min(link.from, begins), to: Math.max(link.to, ends) }
  })
  return { href: found.attrs.href, ...link }
}

/** Links the selection, or puts the address where nothing is selected; an empty address takes the link away. */
export const linking =
  (href: string): Command =>
  (state, dispatch) => {
    const { from, to } = linkAround(state) ?? state.selection
    const tr = state.tr
    if (from === to && href !== '') tr.insert(from, schema.text(href, [mark('link').create({ href })]))
    else {
      tr.removeMark(from, to, mark('link'))
      if (href !== '') tr.addMark(from, to, mark('link').create({ href }))
    }
    dispatch?.(tr.scrollIntoView())
    return true
  }

/** The picture that is selected. */
export function pictureAt(state: EditorState): { node: Node; at: number } | null {
  const { selection } = state
  const isPicture =
    selection instanceof NodeSelection && ['figure', 'image'].includes(selection.node.type.name)
  return isPicture ? { node: selection.node, at: selection.from } : null
}

export const changingPicture =
  (attrs: Attrs): Command =>
  (state, dispatch) => {
    const picture = pictureAt(state)
    if (!picture) return puttingFigure(attrs)(state, dispatch)
    const tr = state.tr.setNodeMarkup(picture.at, null, attrs, picture.node.marks)
    dispatch?.(tr.setSelection(NodeSelection.create(tr.doc, picture.at)))
    return true
  }
