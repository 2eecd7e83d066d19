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
 * `<live-progress src every>`: shows the HTML fragment at `src`, asked for every `every` seconds, until one of its
 * elements carries `data-done`. Rests while nobody looks; asks less often while the server does not answer.
 * Where that element also carries `data-onward`, goes on to that address, unless the reader has done anything since
 * the page opened.
 */
class LiveProgress extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined
  #failures = 0

  connectedCallback() {
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
    const focused = this.contains(document.activeElement) ? document.activeElement?.id : undefined
    this.innerHTML = policy.createHTML(html)
    if (focused) document.getElementById(focused)?.focus()
  }
}

customElements.define('live-progress', LiveProgress)

export {}
