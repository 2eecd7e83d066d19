/** `<copy-text>`: its button copies the text of its field, and says so. */
class CopyText extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('button')
    const field = this.querySelector('textarea')
    const said = this.querySelector('[role=status]')
    if (!button || !field || !said || !navigator.clipboard) return
    button.hidden = false
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(field.value)
      said.textContent = this.dataset.copied ?? ''
    })
  }
}

customElements.define('copy-text', CopyText)

export {}
