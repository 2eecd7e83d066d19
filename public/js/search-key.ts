/*
 * The key / leads to the search box of the office, unless somebody is typing. A single key is in the way of speech
 * input, so the page of the search lets it be given up (WCAG 2.1.4).
 */
import { isTyping } from './keys.ts'

const givenUp = 'search-key-given-up'
const box = document.querySelector<HTMLInputElement>('.office-search input')

document.addEventListener('keydown', (event) => {
  const isOther = event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey
  if (isOther || localStorage.getItem(givenUp) || isTyping(document.activeElement)) return
  event.preventDefault()
  box?.focus()
  box?.select()
})

for (const about of document.querySelectorAll<HTMLElement>('.search-key')) {
  about.hidden = false
  const toggle = about.querySelector('button')
  const show = () => toggle?.setAttribute('aria-pressed', String(localStorage.getItem(givenUp) !== null))
  toggle?.addEventListener('click', () => {
    if (localStorage.getItem(givenUp)) localStorage.removeItem(givenUp)
    else localStorage.setItem(givenUp, 'yes')
    show()
  })
  show()
}
