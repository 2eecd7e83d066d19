import type { Command } from 'prosemirror-state'
import { changingPicture, pictureAt } from './acts.ts'
import { element, type Words } from './elements.ts'

/** A picture of the library, as it is told there. */
type Kept = { name: string; src: string; alt: string; caption: string }
type Said = { src: string; alt: string; title: string }

const asJson = { Accept: 'application/json' }
const quietMs = 300

/** A picture from the library or from one's own device, and what is said of it here. */
class PictureDialog {
  readonly #words: Words
  readonly #done: (said: Said) => void
  readonly #dialog: HTMLDialogElement
  readonly #form: HTMLFormElement
  readonly #found = element('div', { class: 'found', role: 'radiogroup' })
  readonly #problem = element('p', { class: 'error', role: 'alert', hidden: true })
  #src: string
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(words: Words, now: Said, done: (said: Said) => void) {
    this.#words = words
    this.#done = done
    this.#src = now.src
    const heading = element('h2', { id: 'rich-dialog-title' }, words('picture'))
    this.#form = element('form', { method: 'dialog', class: 'form', novalidate: true }, heading)
    if (words('library') !== '') this.#form.append(this.#choosing(), this.#uploading())
    else
      this.#form.append(
        field(words('picture-address'), element('input', { name: 'src', value: now.src, dir: 'ltr' })),
      )
    this.#form.append(
      field(
        words('picture-alt'),
        element('textarea', { name: 'alt', rows: '2', dir: 'auto' }, now.alt),
        words('picture-alt-hint'),
      ),
      field(words('picture-caption'), element('input', { name: 'caption', value: now.title, dir: 'auto' })),
      this.#problem,
      this.#acts(),
    )
    this.#dialog = element('dialog', { class: 'rich-dialog', 'aria-labelledby': heading.id }, this.#form)
    this.#dialog.addEventListener('close', () => this.#dialog.remove())
    document.body.append(this.#dialog)
    this.#dialog.showModal()
    if (words('library') !== '') void this.#find('')
  }

  #choosing(): HTMLElement {
    const search = element('input', { type: 'search', dir: 'auto' })
    search.addEventListener('input', () => {
      clearTimeout(this.#timer)
      this.#timer = setTimeout(() => void this.#find(search.value), quietMs)
    })
    this.#found.setAttribute('aria-label', this.#words('picture-choose'))
    return element('div', {}, field(this.#words('picture-find'), search), this.#found)
  }

  #uploading(): HTMLElement {
    const say = this.#words
    const file = element('input', {
      type: 'file',
      name: 'picture',
      accept: 'image/jpeg,image/png,image/webp',
    })
    const licence = element('select', { name: 'licence' }, element('option', { value: '' }, ''))
    for (const { id, name } of JSON.parse(say('licences')) as { id: string; name: string }[])
      licence.append(element('option', { value: id }, name))
    return element(
      'details',
      {},
      element('summary', {}, say('picture-upload')),
      field(say('picture-file'), file, say('picture-file-hint')),
      field(say('picture-author'), element('input', { name: 'author', dir: 'auto' })),
      field(
        say('picture-source'),
        element('input', { name: 'source', dir: 'auto' }),
        say('picture-source-hint'),
      ),
      field(say('picture-licence'), licence),
    )
  }

  #acts(): HTMLElement {
    const apply = element('button', { type: 'button', class: 'button primary' }, this.#words('apply'))
    apply.addEventListener('click', () => void this.#apply())
    const cancel = element('button', { value: '', class: 'button' }, this.#words('cancel'))
    return element('div', { class: 'actions' }, apply, cancel)
  }

  async #find(text: string) {
    const address = `${this.#words('library')}?${new URLSearchParams({ q: text })}`
    const answer = await fetch(address, { headers: asJson }).catch(() => null)
    const { pictures = [] } = answer?.ok ? ((await answer.json()) as { pictures: Kept[] }) : {}
    this.#found.replaceChildren(...pictures.map((one) => this.#choice(one)))
    if (pictures.length === 0)
      this.#found.append(element('p', { class: 'hint' }, this.#words('picture-none')))
  }

  #choice(picture: Kept): HTMLElement {
    const radio = element('input', { type: 'radio', name: 'chosen', value: picture.name })
    radio.checked = picture.name === this.#src
    radio.addEventListener('change', () => {
      this.#src = picture.name
      this.#set('alt', picture.alt)
      this.#set('caption', picture.caption)
    })
    const image = element('img', {
      src: picture.src,
      alt: picture.alt || picture.caption || picture.name,
      loading: 'lazy',
    })
    return element('label', {}, radio, image)
  }

  #set(name: string, value: string) {
    const control = this.#form.elements.namedItem(name)
    if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) control.value = value
  }

  async #apply() {
    const typed = new FormData(this.#form)
    const text = (name: string) => String(typed.get(name) ?? '').trim()
    if (text('alt') === '') return this.#refuse(this.#words('picture-alt-missing'))
    const file = typed.get('picture')
    const src = file instanceof File && file.size > 0 ? await this.#upload(typed) : text('src') || this.#src
    if (src === null) return
    if (src === '') return this.#refuse(this.#words('picture-missing'))
    this.#dialog.close()
    this.#done({ src, alt: text('alt'), title: text('caption') })
  }

  /** @returns by what name texts call it; null when it was not taken, which is told */
  async #upload(typed: FormData): Promise<string | null> {
    for (const name of ['chosen', 'src']) typed.delete(name)
    const answer = await fetch(`${this.#words('library')}/add`, {
      method: 'POST',
      headers: asJson,
      body: typed,
    }).catch(() => null)
    if (answer?.ok) return ((await answer.json()) as Kept).name
    const said = answer?.status === 422 ? ((await answer.json()) as { problem: string }).problem : ''
    this.#refuse(said || this.#words('picture-not-sent'))
    return null
  }

  #refuse(text: string) {
    this.#problem.textContent = text
    this.#problem.hidden = false
    this.#problem.scrollIntoView({ block: 'nearest' })
  }
}

let fields = 0

function field(label: string, control: HTMLElement, hint?: string): HTMLElement {
  fields += 1
  control.id = `rich-field-${fields}`
  const parts: HTMLElement[] = [element('label', { for: control.id }, label)]
  if (hint) {
    control.setAttribute('aria-describedby', `${control.id}-hint`)
    parts.push(element('p', { class: 'hint', id: `${control.id}-hint` }, hint))
  }
  return element('div', { class: 'field' }, ...parts, control)
}

export const openingPicture =
  (words: Words): Command =>
  (state, dispatch, view) => {
    const { $from } = state.selection
    const picture = pictureAt(state)
    if (!picture && ($from.parent.type.spec.code || $from.node(1)?.type.name === 'table')) return false
    if (!dispatch || !view) return true
    const { src = '', alt = '', title = '' } = picture?.node.attrs ?? {}
    new PictureDialog(words, { src, alt, title }, (said) => {
      view.focus()
      changingPicture(said)(view.state, view.dispatch, view)
    })
    return true
  }
