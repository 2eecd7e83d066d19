import { dropCursor } from 'prosemirror-dropcursor'
import { gapCursor } from 'prosemirror-gapcursor'
import { history } from 'prosemirror-history'
import { type Command, EditorState, type Transaction } from 'prosemirror-state'
import { tableEditing } from 'prosemirror-tables'
import { EditorView } from 'prosemirror-view'
import { openingLink } from './dialogs.ts'
import { element, type Words } from './elements.ts'
import { keys, typing } from './keys.ts'
import { notesIn, openingNote } from './notes.ts'
import { pasteParser, withoutStyles } from './paste.ts'
import { withOwnLabels } from './paste-notes.ts'
import { openingPicture } from './picture-dialog.ts'
import { countText } from './reading.ts'
import { type OpenText, openText, printText } from './text.ts'
import { Toolbar } from './toolbar.ts'

const quietMs = 250
/** In letters. A text that is longer is written as Markdown: to follow each key would take too long. */
const longest = 200_000

/**
 * Formatted text over a textarea, which goes on to hold the Markdown: it is kept in step, and says so by the event that
 * typing in it would cause, so that whoever saves, counts or guards it need not know.
 */
class RichField {
  readonly #area: HTMLTextAreaElement
  readonly #words: Words
  readonly #root: HTMLElement
  readonly #count: HTMLElement
  readonly #notice: HTMLElement
  /** How Markdown is written: of use to whoever does. */
  readonly #asMarkdown: HTMLElement | null
  readonly #switch: HTMLButtonElement
  readonly #toolbar: Toolbar
  readonly #view: EditorView
  #open: OpenText
  #timer: ReturnType<typeof setTimeout> | undefined
  #isBehind = false

  constructor(area: HTMLTextAreaElement, words: Words) {
    this.#area = area
    this.#words = words
    this.#asMarkdown = area.previousElementSibling?.matches('p.hint:not([id])')
      ? (area.previousElementSibling as HTMLElement)
      : null
    this.#open = openText(area.value)
    const opening = {
      link: openingLink(words),
      picture: 'withoutPictures' in area.dataset ? null : openingPicture(words),
      note: openingNote(area),
    }
    this.#toolbar = new Toolbar(words, opening, () => this.#view)
    const surface = element('div', { class: 'surface' })
    this.#count = element('p', { class: 'hint count' })
    this.#notice = element('p', { class: 'hint', role: 'status' })
    this.#switch = element(
      'button',
      { type: 'button', class: 'button quiet', 'aria-pressed': 'false' },
      words('markdown'),
    )
    const foot = element('div', { class: 'foot' }, this.#count, this.#switch)
    this.#root = element('div', { class: 'rich' }, this.#toolbar.dom, surface)
    for (const name of ['raw', 'note', 'questions', 'code'])
      this.#root.style.setProperty(`--say-${name}`, JSON.stringify(words(`block-${name}`)))
    area.before(this.#root)
    area.after(foot, this.#notice)
    this.#view = this.#write(surface, opening.link)
    this.#listen()
    this.#show()
  }

  #write(surface: HTMLElement, link: Command) {
    const toolbar = () => {
      this.#toolbar.focus()
      return true
    }
    const plugins = [
      typing(),
      ...keys({ link, toolbar }),
      history(),
      tableEditing(),
      gapCursor(),
      dropCursor(),
      ...notesIn(this.#area),
    ]
    return new EditorView(surface, {
      state: EditorState.create({ doc: this.#open.doc, plugins }),
      attributes: this.#named(),
      transformPastedHTML: withoutStyles,
      clipboardParser: pasteParser,
      transformPasted: (slice, view) => withOwnLabels(slice, view.state.doc),
      dispatchTransaction: (transaction) => this.#dispatched(transaction),
      handleDOMEvents: {
        blur: () => {
          this.flush()
          return false
        },
      },
      handleDoubleClickOn: (view, _pos, node) =>
        ['figure', 'image'].includes(node.type.name) &&
        openingPicture(this.#words)(view.state, view.dispatch, view),
    })
  }

  /** The names of the textarea are those of the surface: its label, its hint, its error. */
  #named(): Record<string, string> {
    const area = this.#area
    const label = area.labels?.[0]
    if (label) label.id ||= `${area.id}-label`
    const names: Record<string, string | null> = {
      role: 'textbox',
      class: 'prose',
      id: `${area.id}-rich`,
      'aria-multiline': 'true',
      'aria-labelledby': label?.id ?? null,
      'aria-label': label ? null : this.#words('toolbar'),
      'aria-describedby': area.getAttribute('aria-describedby'),
      'aria-invalid': area.getAttribute('aria-invalid'),
      'aria-required': area.required ? 'true' : null,
      lang: area.lang || null,
      dir: area.dir === 'auto' ? null : area.dir || null,
    }
    return Object.fromEntries(
      Object.entries(names).filter((entry): entry is [string, string] => entry[1] !== null),
    )
  }

  #listen() {
    const area = this.#area
    // Out of sight it could not be pointed at: the server says what is missing.
    area.required = false
    area.labels?.[0]?.addEventListener('click', () => this.#isRich && this.#view.focus())
    this.#switch.addEventListener('click', () => this.#turn())
    area.addEventListener('input', () => !this.#isRich && this.#recount(area.value))
    area.form?.addEventListener('submit', () => this.flush(), true)
    area.form?.addEventListener('formdata', ({ formData }) => {
      this.flush()
      formData.set(area.name, area.value)
    })
    document.addEventListener('visibilitychange', () => this.flush(), true)
    addEventListener('pagehide', () => this.flush(), true)
    addEventListener('pageshow', () => this.#follow())
    document.addEventListener('click', (event) => {
      const link = event.target instanceof Element && event.target.closest(`a[href$="#${area.id}"]`)
      if (!link || !this.#isRich) return
      event.preventDefault()
      this.#view.focus()
      this.#root.scrollIntoView({ block: 'center' })
    })
  }

  get #isRich() {
    return !this.#root.hidden
  }

  #show() {
    this.#area.hidden = this.#isRich
    if (this.#asMarkdown) this.#asMarkdown.hidden = this.#isRich
    this.#switch.setAttribute('aria-pressed', String(!this.#isRich))
    this.#toolbar.update(this.#view.state)
    this.#recount(this.#area.value)
  }

  #recount(markdown: string) {
    this.#count.textContent = countText(markdown, this.#area.lang, this.#words)
  }

  #dispatched(transaction: Transaction) {
    this.#view.updateState(this.#view.state.apply(transaction))
    this.#toolbar.update(this.#view.state)
    if (!transaction.docChanged) return
    this.#isBehind = true
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.flush(), quietMs)
  }

  /** Brings the textarea up to date, if it is not. */
  flush() {
    clearTimeout(this.#timer)
    if (!this.#isBehind) return
    this.#isBehind = false
    const { markdown, differs } = printText(this.#view.state.doc, this.#open)
    this.#say(differs ? this.#words('differs') : '')
    if (markdown === this.#area.value) return
    this.#area.value = markdown
    this.#area.dispatchEvent(new InputEvent('input', { bubbles: true }))
    this.#recount(markdown)
  }

  #say(text: string) {
    if (this.#notice.textContent !== text) this.#notice.textContent = text
  }

  /** From formatted text to Markdown and back; what was written on either side stays, and can be undone. */
  #turn() {
    if (this.#isRich) {
      this.flush()
      this.#root.hidden = true
      this.#show()
      this.#area.focus()
      return
    }
    if (!isShort(this.#area.value)) return this.#say(this.#words('too-long'))
    this.#reopen()
    this.#root.hidden = false
    this.#show()
    this.#view.focus()
  }

  /** A browser that goes back to a page puts what was typed into the textarea, once the surface is there. */
  #follow() {
    const { value } = this.#area
    if (!this.#isRich || this.#isBehind || value === printText(this.#view.state.doc, this.#open).markdown)
      return
    if (isShort(value)) this.#reopen()
    else this.#root.hidden = true
    this.#show()
  }

  #reopen() {
    this.#open = openText(this.#area.value)
    const { state } = this.#view
    if (!state.doc.eq(this.#open.doc))
      this.#view.dispatch(state.tr.replaceWith(0, state.doc.content.size, this.#open.doc.content))
    this.#isBehind = false
  }
}

const isShort = (text: string) => text.length <= longest

/** Each textarea of the page that holds Markdown. */
export function enrich(words: Words): void {
  for (const area of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-markdown]'))
    if (isShort(area.value)) new RichField(area, words)
}
