const warnSeconds = 5 * 60

/**
 * `<session-end idle left most soon over>`: warns before the reader is signed out, `left` seconds from now. The button
 * of its form makes that `idle` seconds again, though never more than `most` from now; typing does not.
 */
class SessionEnd extends HTMLElement {
  #end = 0
  #most = 0
  #timer: ReturnType<typeof setInterval> | undefined

  connectedCallback() {
    this.#end = Date.now() + this.#seconds('left') * 1000
    this.#most = Date.now() + this.#seconds('most') * 1000
    this.hidden = true
    this.classList.add('watched')
    this.addEventListener('submit', this.#stay)
    // By the clock, not by one long timer, which stands still while a computer sleeps.
    this.#timer = setInterval(this.#look, 1000)
  }

  disconnectedCallback() {
    clearInterval(this.#timer)
  }

  #look = () => {
    const left = this.#end - Date.now()
    if (left > warnSeconds * 1000) return
    this.#say(this.getAttribute(left > 0 ? 'soon' : 'over') ?? '')
    const button = this.querySelector('button')
    if (button) button.hidden = left <= 0 || this.#most <= this.#end
  }

  #say(sentence: string) {
    const place = this.querySelector('p')
    const isThere = !this.hidden
    this.hidden = false
    // What changes while it is there is spoken; what comes with its place may not be.
    if (isThere && place && place.textContent !== sentence) place.textContent = sentence
  }

  #stay = async (event: Event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement)) return
    event.preventDefault()
    const answer = await fetch(form.action, { method: 'POST' }).catch(() => null)
    // No network, or over by now: the form itself says so, in a window of its own.
    if (!answer?.ok || new URL(answer.url).pathname !== new URL(form.action).pathname) return form.submit()
    this.#end = Math.min(Date.now() + this.#seconds('idle') * 1000, this.#most)
    this.hidden = true
  }

  #seconds(name: string) {
    return Number(this.getAttribute(name)) || 0
  }
}

customElements.define('session-end', SessionEnd)

export {}
