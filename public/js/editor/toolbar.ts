import { redo, undo } from 'prosemirror-history'
import type { Command, EditorState } from 'prosemirror-state'
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable } from 'prosemirror-tables'
import type { EditorView } from 'prosemirror-view'
import {
  coding,
  hasMark,
  heading,
  isHeading,
  isIn,
  linkAround,
  listing,
  marking,
  pictureAt,
  puttingFootnote,
  puttingQuestions,
  puttingRule,
  puttingTable,
  quoting,
} from './acts.ts'
import { element, type Words } from './elements.ts'
import { type Drawing, icon } from './icons.ts'

/** `isOn`: for what is so or not so where one writes. `part`: always in sight, behind "more" on a phone, or in tables. */
type Tool = {
  name: Drawing
  run: Command
  part: 'first' | 'more' | 'table'
  isOn?: (state: EditorState) => boolean
  keys?: string
}

/** What opens a form of its own; a picture and a note only where the page has a place for them. */
export type Opening = { link: Command; picture: Command | null; note: Command | null }

const isPicture = (state: EditorState) => pictureAt(state) !== null

const toolsWith = ({ link, picture, note }: Opening): Tool[] => [
  { name: 'bold', part: 'first', run: marking('strong'), isOn: hasMark('strong'), keys: 'Ctrl+B' },
  { name: 'italic', part: 'first', run: marking('em'), isOn: hasMark('em'), keys: 'Ctrl+I' },
  { name: 'link', part: 'first', run: link, isOn: (state) => linkAround(state) !== null, keys: 'Ctrl+K' },
  { name: 'heading', part: 'first', run: heading(2), isOn: isHeading(2), keys: 'Ctrl+Alt+2' },
  { name: 'list', part: 'first', run: listing('list'), isOn: isIn('list'), keys: 'Ctrl+Shift+8' },
  ...(picture ? [{ name: 'picture', part: 'first', run: picture, isOn: isPicture } as const] : []),
  ...(note ? [{ name: 'note', part: 'first', run: note } as const] : []),
  { name: 'subheading', part: 'more', run: heading(3), isOn: isHeading(3), keys: 'Ctrl+Alt+3' },
  { name: 'numbered', part: 'more', run: listing('numbered'), isOn: isIn('numbered'), keys: 'Ctrl+Shift+7' },
  { name: 'quote', part: 'more', run: quoting, isOn: isIn('quote'), keys: 'Ctrl+Shift+9' },
  { name: 'table', part: 'more', run: puttingTable },
  { name: 'footnote', part: 'more', run: puttingFootnote },
  { name: 'questions', part: 'more', run: puttingQuestions, isOn: isIn('questions') },
  { name: 'code', part: 'more', run: coding, isOn: isIn('code'), keys: 'Ctrl+Alt+C' },
  { name: 'rule', part: 'more', run: puttingRule },
  { name: 'undo', part: 'more', run: undo, keys: 'Ctrl+Z' },
  { name: 'redo', part: 'more', run: redo, keys: 'Ctrl+Y' },
  { name: 'row-after', part: 'table', run: addRowAfter },
  { name: 'row-remove', part: 'table', run: deleteRow },
  { name: 'column-after', part: 'table', run: addColumnAfter },
  { name: 'column-remove', part: 'table', run: deleteColumn },
  { name: 'table-remove', part: 'table', run: deleteTable },
]

/** One stop of the Tab key; arrows go from act to act, as they do in any toolbar. */
export class Toolbar {
  readonly dom: HTMLElement
  readonly #buttons = new Map<HTMLButtonElement, Tool>()
  readonly #more: HTMLButtonElement
  readonly #parts: Record<Tool['part'], HTMLElement>

  constructor(words: Words, opening: Opening, view: () => EditorView) {
    const part = (name: Tool['part']) => element('span', { class: `tools ${name}` })
    this.#parts = { first: part('first'), more: part('more'), table: part('table') }
    for (const tool of toolsWith(opening)) this.#add(tool, words, view)
    this.#more = element(
      'button',
      { type: 'button', class: 'tool more-tools', 'aria-expanded': 'false' },
      icon('more'),
    )
    name(this.#more, words('more'))
    this.#more.addEventListener('click', () => this.#unfold())
    this.#parts.first.append(this.#more)
    this.dom = element(
      'div',
      { role: 'toolbar', class: 'toolbar', 'aria-label': words('toolbar') },
      ...Object.values(this.#parts),
    )
    this.dom.addEventListener('keydown', this.#moved)
    this.dom.addEventListener('focusin', ({ target }) => this.#stopAt(target as HTMLButtonElement))
    this.#stopAt(this.#all()[0])
  }

  #add(tool: Tool, words: Words, view: () => EditorView) {
    const button = element(
      'button',
      { type: 'button', class: 'tool', 'data-tool': tool.name },
      icon(tool.name),
    )
    name(button, words(tool.name), tool.keys)
    // The selection stays where it is.
    button.addEventListener('mousedown', (event) => event.preventDefault())
    button.addEventListener('click', () => {
      const one = view()
      if (button.getAttribute('aria-disabled') === 'true') return
      one.focus()
      tool.run(one.state, one.dispatch, one)
    })
    this.#buttons.set(button, tool)
    this.#parts[tool.part].append(button)
  }

  focus() {
    this.#all()
      .find((button) => button.tabIndex === 0)
      ?.focus()
  }

  update(state: EditorState) {
    this.#parts.table.hidden = !isIn('table')(state)
    for (const [button, tool] of this.#buttons) {
      if (tool.isOn) button.setAttribute('aria-pressed', String(tool.isOn(state)))
      button.setAttribute('aria-disabled', String(!tool.run(state)))
    }
    if (!this.#all().some((button) => button.tabIndex === 0)) this.#stopAt(this.#all()[0])
  }

  #unfold() {
    const isOpen = this.dom.classList.toggle('unfolded')
    this.#more.setAttribute('aria-expanded', String(isOpen))
  }

  /** Those in sight. */
  #all(): HTMLButtonElement[] {
    const buttons = [...this.dom.querySelectorAll('button')]
    return this.dom.isConnected ? buttons.filter((button) => button.offsetParent !== null) : buttons
  }

  #stopAt(stop: HTMLButtonElement | undefined) {
    for (const button of this.dom.querySelectorAll('button')) button.tabIndex = button === stop ? 0 : -1
  }

  #moved = (event: KeyboardEvent) => {
    const buttons = this.#all()
    const at = buttons.indexOf(event.target as HTMLButtonElement)
    const isLeftward = getComputedStyle(this.dom).direction === 'rtl'
    const steps: Record<string, number> = {
      ArrowRight: at + (isLeftward ? -1 : 1),
      ArrowLeft: at + (isLeftward ? 1 : -1),
      Home: 0,
      End: -1,
    }
    const step = steps[event.key]
    if (step === undefined || at < 0) return
    event.preventDefault()
    buttons.at(step % buttons.length)?.focus()
  }
}

const isApple = /Mac|iPhone|iPad/.test(navigator.platform)

function name(button: HTMLElement, label: string, shortcut?: string) {
  const shown = isApple ? shortcut?.replace('Ctrl', '⌘').replace('Alt', '⌥') : shortcut
  button.setAttribute('aria-label', label)
  button.title = shown ? `${label} (${shown})` : label
}
