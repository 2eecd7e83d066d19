/** `<copy-text>`: its button copies the text of its field, or of what is marked for it, and says so. */
class CopyText extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('button')
    const field = this.querySelector('textarea')
    const marked = this.querySelector('[data-copy]')
    const said = this.querySelector('[role=status]')
    if (!button || !(field ?? marked) || !said || !navigator.clipboard) return
    button.hidden = false
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(field?.value ?? marked?.textContent ?? '')
      said.textContent = this.dataset.copied ?? ''
    })
  }
}

customElements.define('copy-text', CopyText)

export {}
