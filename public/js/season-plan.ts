/**
 * `<season-plan>` around the fortnights of a season: a post is moved by pointer or by arrow keys, which send the form that
 * moves it without a script.
 *
 * A mouse takes a card anywhere; a finger takes it by its grip, so that the page still scrolls. By keyboard, arrows on the
 * grip choose a fortnight, in the direction the page is read; Enter puts the card there, Escape leaves it.
 */
class SeasonPlan extends HTMLElement {
  #held: Held | null = null
  #over: HTMLElement | null = null
  #scroll = 0

  connectedCallback() {
    for (const grip of this.querySelectorAll<HTMLElement>('.grip')) grip.hidden = false
    this.addEventListener('pointerdown', this.#take)
    this.addEventListener('keydown', this.#press)
    this.addEventListener('focusout', () => {
      if (this.#held?.byKeys) this.#leave()
    })
    // A link or a picture in a card would be dragged by itself.
    this.addEventListener('dragstart', (event) => event.preventDefault())
  }

  #take = (event: PointerEvent) => {
    const card = closest(event.target, 'li[data-post]')
    const isFree = isGrip(event.target) || !closest(event.target, 'button, summary, select, input, form')
    const takes = isGrip(event.target) || (event.pointerType === 'mouse' && isFree)
    if (!card || !takes || event.button !== 0) return
    this.#held = { card, from: { x: event.pageX, y: event.pageY }, isMoving: false, byKeys: false }
    addEventListener('pointermove', this.#move)
    addEventListener('pointerup', this.#release)
    addEventListener('pointercancel', this.#leave)
    addEventListener('keydown', this.#escape)
  }

  #move = (event: PointerEvent) => {
    const held = this.#held
    if (!held) return
    // A hand is never quite still when it clicks.
    const isStill = Math.hypot(event.pageX - held.from.x, event.pageY - held.from.y) < 6
    if (!held.isMoving && isStill) return
    if (!held.isMoving) this.#lift(held)
    getSelection()?.removeAllRanges()
    cancelAnimationFrame(this.#scroll)
    this.#follow(held, event)
  }

  /** The card goes where the pointer is; at the upper or lower edge of what is seen, the page goes on below it. */
  #follow(held: Held, at: { clientX: number; clientY: number }) {
    const { clientX, clientY } = at
    held.card.style.transform = `translate(${clientX + scrollX - held.from.x}px, ${clientY + scrollY - held.from.y}px)`
    this.#mark(this.#nearest(clientX, clientY))
    const by = clientY < 64 ? -12 : clientY > innerHeight - 64 ? 12 : 0
    if (by === 0) return
    this.#scroll = requestAnimationFrame(() => {
      scrollBy(0, by)
      this.#follow(held, at)
    })
  }

  #release = (event: PointerEvent) => {
    const held = this.#held
    if (!held?.isMoving) return this.#leave()
    addEventListener('click', swallow, { capture: true, once: true })
    setTimeout(() => removeEventListener('click', swallow, { capture: true }))
    this.#put(held, this.#nearest(event.clientX, event.clientY))
  }

  #escape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') this.#leave()
  }

  #press = (event: KeyboardEvent) => {
    const card = isGrip(event.target) ? closest(event.target, 'li[data-post]') : null
    const step = this.#stepOf(event.key)
    if (!card || (this.#held && !this.#held.byKeys)) return
    if (step !== 0) {
      event.preventDefault()
      this.#walk(card, step)
    } else if (event.key === 'Escape' && this.#held) this.#leave()
    else if ((event.key === 'Enter' || event.key === ' ') && this.#held) {
      event.preventDefault()
      this.#put(this.#held, this.#over)
    }
  }

  #walk(card: HTMLElement, step: number) {
    const places = this.#places()
    const at = places.indexOf(this.#over ?? closest(card, '[data-fortnight]') ?? this)
    const next = places[at + step]
    if (!this.#held) {
      this.#held = { card, from: { x: 0, y: 0 }, isMoving: false, byKeys: true }
      this.#lift(this.#held)
    }
    if (!next) return
    this.#mark(next)
    next.scrollIntoView({ block: 'nearest' })
    this.#say('over', next.dataset.name)
  }

  /** How many fortnights a key goes on; where they stand in columns, up and down go a row. */
  #stepOf(key: string): number {
    const places = this.#places()
    const top = places[0]?.offsetTop
    const columns = places.findIndex(({ offsetTop }) => offsetTop !== top)
    const row = columns < 1 ? places.length : columns
    const along = getComputedStyle(this).direction === 'rtl' ? -1 : 1
    return { ArrowRight: along, ArrowLeft: -along, ArrowDown: row, ArrowUp: -row }[key] ?? 0
  }

  #lift(held: Held) {
    held.isMoving = true
    held.card.classList.add('lifted')
    this.classList.add('lifting')
  }

  #put(held: Held, place: HTMLElement | null) {
    const form = held.card.querySelector('form')
    const fortnight = form?.elements.namedItem('fortnight')
    const isElsewhere = place && !place.contains(held.card)
    this.#leave()
    if (!isElsewhere || !form || !(fortnight instanceof HTMLSelectElement)) return
    fortnight.value = place.dataset.fortnight ?? ''
    this.#say('moving', place.dataset.name)
    form.requestSubmit()
  }

  #leave = () => {
    const held = this.#held
    this.#held = null
    this.#mark(null)
    cancelAnimationFrame(this.#scroll)
    removeEventListener('pointermove', this.#move)
    removeEventListener('pointerup', this.#release)
    removeEventListener('pointercancel', this.#leave)
    removeEventListener('keydown', this.#escape)
    if (!held?.isMoving) return
    held.card.classList.remove('lifted')
    held.card.style.transform = ''
    this.classList.remove('lifting')
    this.#say('left')
  }

  #mark(place: HTMLElement | null) {
    if (this.#over === place) return
    this.#over?.classList.remove('over')
    place?.classList.add('over')
    this.#over = place
  }

  #say(what: 'over' | 'moving' | 'left', place = '') {
    const output = this.querySelector('output')
    if (output) output.value = (output.dataset[what] ?? '').replace('{place}', place)
  }

  /** The fortnight at a point, or the one beside it: nobody aims at the white between two. */
  #nearest(x: number, y: number): HTMLElement | null {
    const away = (place: HTMLElement) => {
      const { left, right, top, bottom } = place.getBoundingClientRect()
      return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom))
    }
    const [first] = this.#places().toSorted((a, b) => away(a) - away(b))
    return first && away(first) < 48 ? first : null
  }

  #places = () => [...this.querySelectorAll<HTMLElement>('[data-fortnight]')]
}

/** A card that is on its way, by pointer or by keys. */
type Held = { card: HTMLElement; from: { x: number; y: number }; isMoving: boolean; byKeys: boolean }

const closest = (target: EventTarget | null, selector: string) =>
  target instanceof Element ? target.closest<HTMLElement>(selector) : null
const isGrip = (target: EventTarget | null) => closest(target, '.grip') !== null

/** The click that ends a drag opens nothing. */
const swallow = (event: Event) => event.preventDefault()

customElements.define('season-plan', SeasonPlan)
