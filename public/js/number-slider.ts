/** `<number-slider>`: shows the slider beside its number and keeps the two in step; the number is what is sent. */
class NumberSlider extends HTMLElement {
  connectedCallback() {
    const range = this.querySelector<HTMLInputElement>('input[type=range]')
    const number = this.querySelector<HTMLInputElement>('input[type=number]')
    if (!range || !number) return
    // The browser may have filled in the number again, after a step back in its history.
    if (number.value !== '') range.value = number.value
    this.addEventListener('input', (event) => {
      if (event.target === range) number.value = range.value
      else if (number.value !== '') range.value = number.value
    })
    range.closest<HTMLElement>('[hidden]')?.removeAttribute('hidden')
  }
}

customElements.define('number-slider', NumberSlider)
