const quietMs = 1_500
const againMs = [5_000, 15_000, 60_000]
/** Before the address of a form, where what was typed in it is kept. */
const unsent = 'unsent '
/** Fields by which a page tells over what something was typed. */
const over = ['base', 'rev']

type Answer = { rev: number; conflict?: true } | 'out'
type Kept = { over: string; typed: [string, string | boolean][]; isSent?: true }

/**
 * `<auto-save>` around a form whose action takes `rev`, `writer` and `seq`, and answers JSON when asked for it: saves
 * what is typed after a moment's rest, one save at a time. What has not got through is kept in the window, and on the
 * device only if its reader said so. The next page with an `<auto-save>` forgets what was sent; one with `data-all`, all.
 */
class AutoSave extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined
  #isBusy = false
  #isDirty = false
  #isOver = false
  #isHeld = false
  #failed = 0

  connectedCallback() {
    for (const store of stores()) this.#forgetIn(store)
    addEventListener('pageshow', this.#again)
    if (!this.#form) return
    this.#restore()
    this.addEventListener('input', this.#typed)
    this.addEventListener('submit', this.#sent)
    addEventListener('online', this.#online)
    document.addEventListener('visibilitychange', this.#hidden)
    for (const area of this.querySelectorAll('textarea')) this.#count(area)
  }

  disconnectedCallback() {
    clearTimeout(this.#timer)
    removeEventListener('pageshow', this.#again)
    removeEventListener('online', this.#online)
    document.removeEventListener('visibilitychange', this.#hidden)
  }

  get #form() {
    return this.querySelector('form')
  }

  get #store(): Storage | undefined {
    const [window, device] = stores()
    return 'device' in this.dataset ? device : window
  }

  get #key() {
    return `${unsent}${this.#form?.action ?? ''}`
  }

  /** Whoever sits here next is not shown what was typed by those before: another page came, so it has got through. */
  #forgetIn(store: Storage) {
    for (const key of Object.keys(store)) {
      if (!key.startsWith(unsent)) continue
      const isThrough = key !== this.#key && keptIn(store, key)?.isSent
      if (isThrough || 'all' in this.dataset) store.removeItem(key)
    }
  }

  /** Back on the page as it was left: its form may be sent, and saved, once more. */
  #again = (event: PageTransitionEvent) => {
    if (!event.persisted || !this.#form) return
    this.#isOver = false
    this.#in(quietMs)
  }

  #typed = (event: Event) => {
    if (event.target instanceof HTMLTextAreaElement) this.#count(event.target)
    this.#isDirty = true
    this.#keep()
    this.#in(quietMs)
  }

  #in(ms: number) {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(this.#save, ms)
  }

  #online = () => {
    this.#isHeld = false
    void this.#save()
  }

  #hidden = () => {
    if (document.visibilityState === 'hidden') void this.#save()
  }

  #sent = (event: Event) => {
    if (this.#isCutOff()) return event.preventDefault()
    clearTimeout(this.#timer)
    this.#isOver = true
    this.#next()
    const kept = keptIn(this.#store, this.#key)
    if (kept) this.#put({ ...kept, isSent: true })
  }

  /** In place of the form, the browser would show that there is no connection. Pressed again, it may try. */
  #isCutOff(): boolean {
    if (navigator.onLine || this.#isHeld) return false
    this.#isHeld = true
    this.#isDirty = true
    this.#keep()
    this.#say('unsaved')
    return true
  }

  /** The next save of this page. */
  #next() {
    const seq = this.#field('seq')
    if (seq) seq.value = String(Number(seq.value) + 1)
  }

  #field(name: string) {
    const field = this.#form?.elements.namedItem(name)
    return field instanceof HTMLInputElement ? field : undefined
  }

  #save = async () => {
    const form = this.#form
    if (!form || !this.#isDirty || this.#isBusy || this.#isOver) return
    this.#isBusy = true
    this.#isDirty = false
    this.#next()
    const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>)
    const answer = await fetch(form.action, {
      method: 'POST',
      body,
      headers: { Accept: 'application/json' },
      redirect: 'manual',
      keepalive: body.toString().length < 60_000,
    })
      .then(answerIn)
      .catch(() => null)
    this.#isBusy = false
    this.#heard(answer)
  }

  #heard(answer: Answer | null) {
    if (answer === null || answer === 'out') {
      this.#isDirty = true
      this.#say(answer !== null && answer in this.dataset ? answer : 'unsaved')
      this.#in(againMs[Math.min(this.#failed++, againMs.length - 1)] ?? 60_000)
    } else if (answer.conflict) {
      this.#isOver = true
      this.#say('elsewhere')
    } else {
      this.#failed = 0
      const rev = this.#field('rev')
      if (rev) rev.value = String(answer.rev)
      if (this.#isDirty) return this.#in(quietMs)
      this.#store?.removeItem(this.#key)
      this.#say('saved')
    }
  }

  #say(what: string) {
    // Fields within may have something to say, too.
    const place = this.querySelector(':scope > [role="status"]')
    const text = this.dataset[what] ?? ''
    if (place && place.textContent !== text) place.textContent = text
  }

  /** Over what one types here; another page of the form says the same only while nothing was saved since. */
  get #over() {
    return over.map((name) => this.#field(name)?.value ?? '').join(' ')
  }

  /** Everything but what travels along. */
  #controls() {
    return [...(this.#form?.elements ?? [])].filter(
      (one): one is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement =>
        'name' in one &&
        one.getAttribute('type') !== 'hidden' &&
        !(one instanceof HTMLButtonElement) &&
        one.id !== '',
    )
  }

  #keep() {
    const typed = this.#controls().map((one): Kept['typed'][number] => [
      one.id,
      isTick(one) ? one.checked : one.value,
    ])
    this.#put({ over: this.#over, typed })
  }

  #put(kept: Kept) {
    try {
      this.#store?.setItem(this.#key, JSON.stringify(kept))
    } catch {
      // A full store is no reason to disturb anyone who types.
    }
  }

  #restore() {
    const kept = keptIn(this.#store, this.#key)
    // With another one, it was saved since, and the page holds what was.
    if (kept?.over !== this.#over) return this.#store?.removeItem(this.#key)
    const typed = new Map(kept.typed)
    let isChanged = false
    for (const one of this.#controls()) {
      const before = typed.get(one.id)
      if (before === undefined || before === (isTick(one) ? one.checked : one.value)) continue
      isChanged = true
      if (isTick(one)) one.checked = before === true
      else one.value = String(before)
    }
    if (!isChanged) return
    this.#say('restored')
    this.#isDirty = true
    this.#in(quietMs)
  }

  #count(area: HTMLTextAreaElement) {
    const { plenty } = area.dataset
    if (!plenty) return
    const place = area.nextElementSibling
    if (!(place instanceof HTMLElement)) return
    const { length } = area.value
    place.textContent =
      length === 0
        ? ''
        : (this.dataset.count ?? '').replace('{n}', String(length)).replace('{plenty}', plenty)
  }
}

/** Whoever is led away has been signed out. */
function answerIn(reply: Response): Answer | null | Promise<Answer> {
  if (reply.type === 'opaqueredirect') return 'out'
  return reply.ok || reply.status === 409 ? (reply.json() as Promise<Answer>) : null
}

/** Of the window and of the device; none where the reader allows none. */
function stores(): Storage[] {
  try {
    return [sessionStorage, localStorage]
  } catch {
    return []
  }
}

const keptIn = (store: Storage | undefined, key: string) =>
  JSON.parse(store?.getItem(key) ?? 'null') as Kept | null

const isTick = (one: Element): one is HTMLInputElement =>
  one instanceof HTMLInputElement && (one.type === 'checkbox' || one.type === 'radio')

customElements.define('auto-save', AutoSave)

export {}
