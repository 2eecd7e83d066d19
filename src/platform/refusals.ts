/**
 * An expected *no* that its reader can understand. The words for a code are in the word files; only shells
 * catch refusals.
 */
export abstract class Refusal extends Error {
  abstract readonly status: 403 | 404 | 405 | 409 | 410 | 413 | 421 | 422 | 429
  readonly code: string
  /** Values for the words of the code. */
  readonly args: Record<string, string | number>

  constructor(code: string, args: Record<string, string | number> = {}) {
    super(code)
    this.name = new.target.name
    this.code = code
    this.args = args
  }
}

/** There is no such thing, or not for whoever asks. */
export class NotFound extends Refusal {
  readonly status = 404
}

/** A door they may not open. */
export class Forbidden extends Refusal {
  readonly status = 403
}

/** An address that is not used in this way. */
export class WrongMethod extends Refusal {
  readonly status = 405
}

/** It cannot be done as things stand. */
export class Conflict extends Refusal {
  readonly status = 409
}

/** It was here and was taken back. */
export class Gone extends Refusal {
  readonly status = 410
}

/** What was sent has a shape that cannot be taken, and no form to show it in. */
export class Unacceptable extends Refusal {
  readonly status = 422
}

/** The request was meant for a site of another name. */
export class Misdirected extends Refusal {
  readonly status = 421
}

/** More was sent than is taken. */
export class TooLarge extends Refusal {
  readonly status = 413
}

/** Too often; `retryAfterSeconds` says when to come back. */
export class TooMany extends Refusal {
  readonly status = 429
  readonly retryAfterSeconds: number

  constructor(code: string, retryAfterSeconds: number) {
    super(code, { minutes: Math.ceil(retryAfterSeconds / 60) })
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** The first step of every action. @throws Forbidden `not-allowed` unless `may`. */
export function allow(may: boolean): asserts may {
  if (!may) throw new Forbidden('not-allowed')
}
