/* A press that is still on its way is not sent again: the second of a double click would be answered with a no. */
const stillOnItsWayMs = 3_000
let sentAt = new WeakMap<HTMLFormElement, number>()

document.addEventListener('submit', (event) => {
  const form = event.target
  if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return
  if (form.getAttribute('method')?.toLowerCase() !== 'post') return
  const now = Date.now()
  if (now - (sentAt.get(form) ?? 0) < stillOnItsWayMs) event.preventDefault()
  else sentAt.set(form, now)
})

// A page that comes back as it was left starts anew.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) sentAt = new WeakMap()
})

export {}
