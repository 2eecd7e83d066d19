/*
 * Keys for list desks (`data-keys` on a table or a list): j and k walk the rows, x ticks one, Enter follows the
 * focused link as always, and a button or link with `aria-keyshortcuts` is pressed by its letter.
 *
 * Letters act only while the focus is inside the list, so that speech input does not trip over them (WCAG 2.1.4);
 * the switch of `KeyHints` makes them act on the whole page, on every page that shows it, until the tab is closed.
 */
const everywhere = 'keys-everywhere'
const focusable = 'a[href], button, input:not([type=hidden]), select, textarea, summary'

for (const hints of document.querySelectorAll<HTMLElement>('.key-hints')) {
  hints.hidden = false
  const toggle = hints.querySelector('button')
  const show = () => toggle?.setAttribute('aria-pressed', String(isEverywhere()))
  toggle?.addEventListener('click', () => {
    sessionStorage.setItem(everywhere, isEverywhere() ? '' : 'yes')
    show()
  })
  show()
}

// Where the address points is where one goes on. A browser moves the focus there too, but later than the first key may come.
const goesOnAt = document.getElementById(location.hash.slice(1))
if (goesOnAt?.matches('[data-keys] > li')) goesOnAt.focus({ preventScroll: true })

document.addEventListener('keydown', (event) => {
  const from = document.activeElement
  if (event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1 || isTyping(from)) return
  if (!isEverywhere() && !from?.closest('[data-keys]')) return
  if (act(event.key.toLowerCase(), from)) event.preventDefault()
})

function act(key: string, from: Element | null): boolean {
  const all = rows()
  const at = all.findIndex((row) => row.contains(from))
  if (key === 'j' && all.length > 0) return focusRow(all[at + 1])
  if (key === 'k' && all.length > 0) return focusRow(all[at === -1 ? 0 : at - 1])
  if (key === 'x') return press(all[at]?.querySelector<HTMLElement>('input[type=checkbox]'))
  const scope: ParentNode = all[at] ?? document
  const named = `[aria-keyshortcuts="${CSS.escape(key)}"]`
  return press(
    scope.querySelector<HTMLElement>(named) ?? document.querySelector<HTMLElement>(`body > * ${named}`),
  )
}

function focusRow(row: Element | undefined): boolean {
  const target = row?.querySelector<HTMLElement>(focusable)
  target?.focus({ preventScroll: true })
  row?.scrollIntoView({ block: 'nearest' })
  return Boolean(target)
}

function press(control: HTMLElement | null | undefined): boolean {
  control?.click()
  return Boolean(control)
}

function rows(): Element[] {
  return [...document.querySelectorAll('[data-keys] > tbody > tr, [data-keys] > li')]
}

function isEverywhere(): boolean {
  return document.querySelector('.key-hints') !== null && sessionStorage.getItem(everywhere) === 'yes'
}

/** Whether letters go into a field. */
export function isTyping(element: Element | null): boolean {
  if (element instanceof HTMLInputElement) return !['checkbox', 'radio'].includes(element.type)
  return element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement
}
