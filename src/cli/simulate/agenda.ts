/** What happens at an instant. */
export type Due = { at: Date; run(): Promise<void> }

/** What lies ahead, in order; of one instant, in the order in which it was put down. */
export class Agenda {
  readonly #due: Due[] = []

  add(due: Due): void {
    let [from, until] = [0, this.#due.length]
    while (from < until) {
      const middle = (from + until) >> 1
      if ((this.#due[middle]?.at.getTime() ?? 0) <= due.at.getTime()) from = middle + 1
      else until = middle
    }
    this.#due.splice(from, 0, due)
  }

  /** Takes out what comes next. */
  next(): Due | undefined {
    return this.#due.shift()
  }
}
