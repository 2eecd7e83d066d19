/** Around the fortnights of a season: a post that is dragged to another sends the form that moves it without a script. */
class SeasonPlan extends HTMLElement {
  #dragged: HTMLLIElement | null = null

  connectedCallback() {
    this.addEventListener('dragstart', this.#start)
    this.addEventListener('dragover', this.#over)
    this.addEventListener('dragleave', this.#leave)
    this.addEventListener('drop', this.#drop)
    this.addEventListener('dragend', this.#end)
  }

  #start = (event: DragEvent) => {
    const item = event.target instanceof Element ? event.target.closest<HTMLLIElement>('li[draggable]') : null
    this.#dragged = item
    // Firefox drags nothing that carries nothing.
    event.dataTransfer?.setData('text/plain', item?.querySelector('a')?.textContent ?? '')
  }

  #over = (event: DragEvent) => {
    const place = this.#placeOf(event)
    if (!place || !this.#dragged || place.contains(this.#dragged)) return
    event.preventDefault()
    place.classList.add('over')
  }

  #leave = (event: DragEvent) => {
    const place = this.#placeOf(event)
    if (place && !(event.relatedTarget instanceof Node && place.contains(event.relatedTarget)))
      place.classList.remove('over')
  }

  #drop = (event: DragEvent) => {
    const place = this.#placeOf(event)
    const form = this.#dragged?.querySelector('form')
    const fortnight = form?.elements.namedItem('fortnight')
    if (!place || !form || !(fortnight instanceof HTMLSelectElement)) return
    event.preventDefault()
    fortnight.value = place.dataset.fortnight ?? ''
    form.requestSubmit()
  }

  #end = () => {
    this.#dragged = null
    for (const place of this.querySelectorAll('.over')) place.classList.remove('over')
  }

  #placeOf = (event: DragEvent) =>
    event.target instanceof Element ? event.target.closest<HTMLElement>('[data-fortnight]') : null
}

customElements.define('season-plan', SeasonPlan)
