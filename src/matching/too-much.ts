/** More than was allowed for: nothing is wrong with the people, but this cannot be done within the limits. */
export class TooMuch extends RangeError {
  override name = 'TooMuch'
  readonly what: 'pairs' | 'bytes' | 'milliseconds'
  readonly needed: number
  readonly allowed: number

  /** @param needed counted or estimated before anything is taken; of milliseconds, what it took so far */
  constructor(what: TooMuch['what'], needed: number, allowed: number) {
    super(`this takes ${Math.ceil(needed)} ${what}, and ${allowed} are allowed`)
    this.what = what
    this.needed = needed
    this.allowed = allowed
  }
}
