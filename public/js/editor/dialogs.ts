import type { Command } from 'prosemirror-state'
import { linkAround, linking } from './acts.ts'
import { element, type Words } from './elements.ts'

type Ask = { name: string; type: 'text' | 'url'; value: string; label: string; hint?: string }

/** Asks for a few words in a window of its own. @returns what was typed; null when it was closed. */
function ask(words: Words, title: string, asked: readonly Ask[], more: { remove?: string }) {
  const fields = asked.map((one) => fieldOf(one))
  const apply = element('button', { value: 'apply', class: 'button primary' }, words('apply'))
  const remove = more.remove ? [element('button', { value: 'remove', class: 'button' }, more.remove)] : []
  const cancel = element('button', { value: '', class: 'button', formnovalidate: true }, words('cancel'))
  const heading = element('h2', { id: 'rich-dialog-title' }, title)
  const acts = element('div', { class: 'actions' }, apply, ...remove, cancel)
  const form = element('form', { method: 'dialog', class: 'form' }, heading, ...fields, acts)
  const dialog = element('dialog', { class: 'rich-dialog', 'aria-labelledby': heading.id }, form)
  document.body.append(dialog)
  dialog.showModal()
  return new Promise<Record<string, string> | null>((resolve) => {
    dialog.addEventListener('close', () => {
      const typed = Object.fromEntries(new FormData(form)) as Record<string, string>
      const act = dialog.returnValue
      dialog.remove()
      resolve(act === 'apply' ? typed : act === 'remove' ? { ...typed, [asked[0]?.name ?? '']: '' } : null)
    })
  })
}

function fieldOf({ name, type, value, label, hint }: Ask): HTMLElement {
  const id = `rich-${name}`
  const input = element('input', {
    id,
    name,
    type,
    value,
    class: 'full',
    dir: type === 'url' ? 'ltr' : 'auto',
  })
  const text = element('label', { for: id }, label)
  if (!hint) return element('div', { class: 'field' }, text, input)
  input.setAttribute('aria-describedby', `${id}-hint`)
  return element(
    'div',
    { class: 'field' },
    text,
    element('p', { class: 'hint', id: `${id}-hint` }, hint),
    input,
  )
}

export const openingLink =
  (words: Words): Command =>
  (state, dispatch, view) => {
    const { $from } = state.selection
    if (!$from.parent.inlineContent || $from.parent.type.spec.code) return false
    if (!dispatch || !view) return true
    const link = linkAround(state)
    const asked: Ask[] = [
      {
        name: 'href',
        type: 'text',
        value: link?.href ?? 'https://',
        label: words('link-address'),
        hint: words('link-hint'),
      },
    ]
    void ask(words, words('link'), asked, link ? { remove: words('link-remove') } : {}).then((typed) => {
      view.focus()
      const href = typed?.href?.trim()
      if (href !== undefined && href !== 'https://') linking(addressOf(href))(view.state, view.dispatch, view)
    })
    return true
  }

/** An address as people type it, made whole. */
function addressOf(typed: string): string {
  if (typed === '' || /^(https?:|mailto:|\/|#)/i.test(typed)) return typed
  return /^[^\s@/]+@[^\s@/]+$/.test(typed) ? `mailto:${typed}` : `https://${typed}`
}
