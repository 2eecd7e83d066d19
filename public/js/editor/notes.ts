import type { Node } from 'prosemirror-model'
import { type Command, Plugin, PluginKey, TextSelection } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import { whereSaid } from '../../../src/platform/passages.ts'

/** How many letters on each side of words tell which of several they are. */
const around = 48

/** The notes of the page, where the form of the text has such beside it: one element each, with what it quotes. */
function placeOfNotes(area: HTMLTextAreaElement): HTMLElement | null {
  const place = area.form?.closest('.writing')?.querySelector<HTMLElement>('.beside') ?? null
  for (const part of place?.querySelectorAll<HTMLElement>('[data-needs-script]') ?? []) part.hidden = false
  return place
}

/** Brings the selected words, and what stands around them, into the form of a new note; null where there is none. */
export function openingNote(area: HTMLTextAreaElement): Command | null {
  const form = placeOfNotes(area)?.querySelector('form')
  if (!form) return null
  return ({ selection, doc }, dispatch) => {
    if (selection.empty) return false
    if (!dispatch) return true
    const { from, to } = selection
    put(form, 'words', said(doc, from, to).trim())
    put(form, 'before', said(doc, Math.max(0, from - around), from))
    put(form, 'after', said(doc, to, Math.min(doc.content.size, to + around)))
    const note = form.elements.namedItem('note')
    if (note instanceof HTMLElement) note.focus()
    form.scrollIntoView({ block: 'nearest' })
    return true
  }
}

const said = (doc: Node, from: number, to: number) => doc.textBetween(from, to, ' ', ' ')

function put(form: HTMLFormElement, name: string, value: string) {
  const field = form.elements.namedItem(name)
  if (field instanceof HTMLInputElement) field.value = value
}

const key = new PluginKey<DecorationSet>('notes')

/** Marks the passages that notes are about, and keeps the marks with them while one writes. */
export function notesIn(area: HTMLTextAreaElement): Plugin[] {
  const place = placeOfNotes(area)
  if (!place) return []
  const notes = [...place.querySelectorAll<HTMLElement>('[data-quote]')]
  const plugin = new Plugin<DecorationSet>({
    key,
    state: {
      init: (_config, { doc }) => marksIn(doc, notes),
      apply: (tr, marks) => marks.map(tr.mapping, tr.doc),
    },
    props: {
      decorations: (state) => key.getState(state),
      handleClick: (view, pos) => {
        const [mark] = key.getState(view.state)?.find(pos, pos) ?? []
        if (mark) show(document.getElementById(mark.spec.note))
        return false
      },
    },
    view: (view) => ({ destroy: followed(notes, view) }),
  })
  return [plugin]
}

function marksIn(doc: Node, notes: readonly HTMLElement[]): DecorationSet {
  const { text, at } = spread(doc)
  const marks = notes.flatMap(({ id, dataset: { quote = '', before = '', after = '' } }) => {
    const place = whereSaid(text, read(quote), { around: { before: read(before), after: read(after) } })
    const [from, to] = [at[place?.from ?? -1], at[(place?.to ?? 0) - 1]]
    return from === undefined || to === undefined
      ? []
      : Decoration.inline(from, to + 1, { class: 'noted', 'data-note': id }, { note: id })
  })
  return DecorationSet.create(doc, marks)
}

/** Markdown as it is read: a link says its words, not its address. */
const read = (markdown: string) => markdown.replace(/\]\([^)]*\)?/g, ']')

/** All that a text says, and where each of its letters stands in the document. */
function spread(doc: Node): { text: string; at: number[] } {
  let text = ''
  const at: number[] = []
  doc.descendants((node, pos) => {
    if (node.isTextblock && text !== '') {
      text += ' '
      at.push(pos)
    }
    for (let index = 0; node.isText && index < (node.text ?? '').length; index += 1) at.push(pos + index)
    if (node.isText) text += node.text ?? ''
  })
  return { text, at }
}

/** A note that is pressed shows its passage. @returns what ends that */
function followed(notes: readonly HTMLElement[], view: EditorView): () => void {
  const presses = notes.map((note) => {
    const quote = note.querySelector('blockquote')
    const press = () => {
      const mark = key
        .getState(view.state)
        ?.find()
        .find(({ spec }) => spec.note === note.id)
      if (!mark) return
      const { tr, doc } = view.state
      view.dispatch(tr.setSelection(TextSelection.create(doc, mark.from, mark.to)).scrollIntoView())
      view.focus()
    }
    quote?.addEventListener('click', press)
    return () => quote?.removeEventListener('click', press)
  })
  return () => {
    for (const end of presses) end()
  }
}

function show(note: HTMLElement | null) {
  for (const other of document.querySelectorAll('.passage-note.current')) other.classList.remove('current')
  note?.classList.add('current')
  note?.scrollIntoView({ block: 'nearest' })
}
