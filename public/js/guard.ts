/* Asks before a page is left on which a form with `data-guard` holds something typed and not sent. */
const touched = new Set<HTMLFormElement>()

document.addEventListener('input', (event) => {
  const form = event.target instanceof Element ? event.target.closest('form') : null
  if (form?.hasAttribute('data-guard')) touched.add(form)
})

document.addEventListener('submit', (event) => {
  if (event.target instanceof HTMLFormElement) touched.delete(event.target)
})

addEventListener('beforeunload', (event) => {
  if (touched.size > 0) event.preventDefault()
})
