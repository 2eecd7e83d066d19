/* The menu under the reader's name closes by Esc, and when the focus or a press goes elsewhere, so that it covers nothing. */
const menu = document.querySelector<HTMLDetailsElement>('details.account')

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !menu?.open) return
  menu.open = false
  menu.querySelector('summary')?.focus()
})

for (const leaving of ['focusin', 'pointerdown'])
  document.addEventListener(leaving, ({ target }) => {
    if (menu?.open && target instanceof Node && !menu.contains(target)) menu.open = false
  })

export {}
