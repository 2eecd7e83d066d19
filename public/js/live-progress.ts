type Policy = { createHTML(html: string): string }
type PolicyFactory = { createPolicy(name: string, rules: Policy): Policy }

declare global {
  /** Not in every browser, nor in TypeScript's own types. */
  var trustedTypes: PolicyFactory | undefined
}

/** Only ever given HTML that our own server answered with. */
const rules: Policy = { createHTML: (html) => html }
const policy = globalThis.trustedTypes?.createPolicy('app', rules) ?? rules

/** Whether the reader has done anything since this page opened. The browser's own word for it outlives a page. */
let isInUse = false
for (const act of ['keydown', 'pointerdown'])
  addEventListener(
    act,
    () => {
      isInUse = true
    },
    { once: true },
  )

/**
 * `<live-progress src every>`: shows in its first child the HTML fragment at `src`, asked for every `every` seconds,
 * until one of its elements carries `data-done`. Says in its `role=status` what `data-say` holds, whenever that changes. Rests while nobody looks; asks less often while the server does not answer.
 * Where that element also carries `data-onward`, goes on to that address, unless the reader has done anything since
 * the page opened.
 */
class LiveProgress extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined
  #failures = 0
  #said: string | undefined

  connectedCallback() {
    this.#said = this.#saying()
    this.#askLater()
  }

  disconnectedCallback() {
    clearTimeout(this.#timer)
  }

  #askLater() {
    if (!this.isConnected || this.querySelector('[data-done]')) return
    const seconds = Number(this.getAttribute('every')) || 2
    this.#timer = setTimeout(() => this.#ask(), Math.min(seconds * 2 ** this.#failures, 60) * 1000)
  }

  async #ask() {
    if (!document.hidden) {
      const html = await this.#fragment()
      this.#failures = html === null ? this.#failures + 1 : 0
      if (html !== null) this.#show(html)
    }
    this.#goOn()
    this.#askLater()
  }

  #goOn() {
    const onward = this.querySelector('[data-done]')?.getAttribute('data-onward')
    if (!onward || isInUse) return
    const address = new URL(onward, location.href)
    if (address.origin === location.origin) location.replace(address)
  }

  async #fragment(): Promise<string | null> {
    const address = new URL(this.getAttribute('src') ?? '', location.href)
    if (address.origin !== location.origin) return null
    try {
      const answer = await fetch(address, { headers: { accept: 'text/html' }, redirect: 'error' })
      return answer.ok ? await answer.text() : null
    } catch {
      // No network, or signed out in between: what is shown stays, and the next try comes later.
      return null
    }
  }

  #show(html: string) {
    const [shown, status] = this.children
    if (!shown) return
    const focused = shown.contains(document.activeElement) ? document.activeElement : null
    shown.innerHTML = policy.createHTML(html)
    if (focused) this.#focusAgain(focused.id)
    const saying = this.#saying()
    if (status && saying !== this.#said) status.textContent = saying ?? ''
    this.#said = saying
  }

  /** What had the focus, or what is shown in its place: it never falls back to the top of the page. */
  #focusAgain(id: string) {
    const same = id ? document.getElementById(id) : null
    if (same) return same.focus()
    this.tabIndex = -1
    this.focus()
  }

  #saying() {
    return this.querySelector('[data-say]')?.getAttribute('data-say') ?? undefined
  }
}

customElements.define('live-progress', LiveProgress)

export {}
