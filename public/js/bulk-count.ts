/**
 * `<bulk-count for="id of a form">`: shows in its `output` how many of the form's checkboxes are ticked, and lets
 * its own checkbox tick them together.
 */
class BulkCount extends HTMLElement {
  connectedCallback() {
    this.hidden = false
    document.addEventListener('change', this.#update)
    this.#count()
  }

  disconnectedCallback() {
    document.removeEventListener('change', this.#update)
  }

  #update = (event: Event) => {
    const changed = event.target
    if (changed instanceof HTMLInputElement && this.contains(changed)) {
      for (const box of this.#boxes()) box.checked = changed.checked
    }
    this.#count()
  }

  #count() {
    const boxes = this.#boxes()
    const ticked = boxes.filter((box) => box.checked).length
    const output = this.querySelector('output')
    const all = this.querySelector('input')
    if (output) output.value = ticked.toLocaleString(document.documentElement.lang)
    if (!all) return
    all.checked = ticked > 0 && ticked === boxes.length
    all.indeterminate = ticked > 0 && ticked < boxes.length
  }

  #boxes() {
    const form = CSS.escape(this.getAttribute('for') ?? '')
    return [...document.querySelectorAll<HTMLInputElement>(`input[type=checkbox][form="${form}"]`)]
  }
}

customElements.define('bulk-count', BulkCount)
