/** Told of what somebody does with an instant. */
export type Watch = {
  /** It was compared with another one by `isBefore`. */
  compared(limit: Date, isBefore: boolean): void
  /** It was asked on which day it falls, by `dayIn`. */
  onDay(zone: string, day: string): void
  /** Its time was looked at: whatever was made of it is true of that time alone. */
  seen(): void
}

const watched = new WeakMap<object, { at: Date; watch: Watch }>()

/**
 * An instant that tells what is done with it. It is no `Date` within, so that nobody comes by its time unseen, not even `new Date`;
 * the database is handed the plain one.
 */
export function watchedInstant(at: Date, watch: Watch): Date {
  const instant: Date = new Proxy(Object.create(Date.prototype), {
    get(_, name) {
      if (!(name in at)) return undefined
      watch.seen()
      const part: unknown = Reflect.get(at, name)
      return typeof part === 'function' ? part.bind(at) : part
    },
  })
  watched.set(instant, { at, watch })
  return instant
}

/** The instant itself, with who is to be told of it; all else as it is. */
export const plain = (value: unknown): unknown => known(value)?.at ?? value
export const watchOn = (value: Date): { at: Date; watch?: Watch } => known(value) ?? { at: value }

const known = (value: unknown) =>
  typeof value === 'object' && value !== null ? watched.get(value) : undefined
