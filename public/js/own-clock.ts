/**
 * `<own-clock at say zone tag>`: says a time on the clock of the reader's device, in the place of `{time}` in what `say`
 * holds and as the language `tag` does, where that clock differs from the one of `zone`, on which the page says it already.
 */
class OwnClock extends HTMLElement {
  connectedCallback() {
    const at = new Date(this.getAttribute('at') ?? '')
    const say = (timeZone?: string) =>
      new Intl.DateTimeFormat(this.getAttribute('tag') ?? undefined, {
        timeZone,
        hourCycle: 'h23',
        hour: '2-digit',
        minute: '2-digit',
        day: 'numeric',
        month: 'long',
        year: 'numeric',
      }).format(at)
    const time = say()
    if (time === say(this.getAttribute('zone') ?? 'UTC')) return
    this.textContent = (this.getAttribute('say') ?? '').replace('{time}', time)
  }
}

customElements.define('own-clock', OwnClock)
