import type { RefusalArgs, RefusalCode } from './words.ts'

/**
 * An expected *no* that its reader can understand. A code without words in the word files does not
 * compile; only shells catch refusals.
 */
export abstract class Refusal<Code extends RefusalCode = RefusalCode> extends Error {
  abstract readonly status: 403 | 404 | 405 | 409 | 410 | 413 | 421 | 422 | 429 | 503
  readonly code: Code
  /** Values for the words of the code. */
  readonly args: Record<string, string | number>

  constructor(code: Code, ...args: RefusalArgs<Code>) {
    super(code)
    this.name = new.target.name
    this.code = code
    this.args = (args as [args?: Record<string, string | number>])[0] ?? {}
  }
}

/** There is no such thing, or not for the person who asks. */
export class NotFound<Code extends RefusalCode = RefusalCode> extends Refusal<Code> {
  readonly status = 404
}

/** A door they may not open. */
export class Forbidden<Code extends RefusalCode = RefusalCode> extends Refusal<Code> {
  readonly status = 403
}

/** An address that is not used in this way. */
export class WrongMethod<Code extends RefusalCode = RefusalCode> extends Refusal<Code> {
  readonly status = 405
}

/** It cannot be done as things stand. */
export class Conflict<Code extends RefusalCode = RefusalCode> extends Refusal<Code> {
  readonly status = 409
}

/** It was here and was taken back. */
export class Gone<Code extends RefusalCode = RefusalCode> extends Refusal<Code> {
  readonly status = 410
}

/** What was sent has a shape that cannot be taken, and no form to show it in. */
export class Unacceptable<Code extends RefusalCode = RefusalCode> extends Refusal<Code> {
  readonly status = 422
}

/** The request was meant for a site of another name. */
export class Misdirected<Code extends RefusalCode = RefusalCode> extends Refusal<Code> {
  readonly status = 421
}

/** More was sent than is taken. */
export class TooLarge<Code extends RefusalCode = RefusalCode> extends Refusal<Code> {
  readonly status = 413
}

/** Too often; `retryAfterSeconds` says when to come back. */
export class TooMany<Code extends RefusalCode = RefusalCode> extends Refusal<Code> {
  readonly status = 429
  readonly retryAfterSeconds: number

  /** The words of the code may name the `minutes` until then. */
  constructor(code: Code, retryAfterSeconds: number) {
    super(code, ...([{ minutes: Math.ceil(retryAfterSeconds / 60) }] as unknown as RefusalArgs<Code>))
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** Not at this moment; nothing was done, and `retryAfterSeconds` says when it may be. */
export class Unavailable<Code extends RefusalCode = RefusalCode> extends Refusal<Code> {
  readonly status = 503
  readonly retryAfterSeconds: number = 10
}

/** The disk is almost full: nothing was done, and it is looked at again in a while. */
export class NoRoom extends Unavailable<'no-room'> {
  override readonly retryAfterSeconds = 60
}

/**
 * For which of these reasons an act was refused, to be said on the page that asked for it; all else that goes wrong is thrown.
 *
 * @returns null when it was done
 */
export async function refusalOf<Code extends RefusalCode>(
  act: Promise<unknown>,
  codes: readonly Code[],
): Promise<Code | null> {
  try {
    await act
    return null
  } catch (error) {
    const met = error instanceof Refusal && codes.find((code) => code === error.code)
    if (!met) throw error
    return met
  }
}

/** The first step of every action. @throws Forbidden `not-allowed` unless `may`. */
export function allow(may: boolean): asserts may {
  if (!may) throw new Forbidden('not-allowed')
}
