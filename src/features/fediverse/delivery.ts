const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** So long something is tried, in milliseconds; after that it is given up. */
export const patience = 7 * day
/** A server that nothing has reached for so long is forgotten, with all its followers. */
export const forgottenAfter = 28 * day
/** When nothing was sent there for so long, that it failed before counts no more. In milliseconds. */
export const silence = 14 * day

/** How long to wait before the next attempt: a minute, three times as long each time, at most twelve hours. In milliseconds. */
export const pauseAfter = (tries: number): number => Math.min(minute * 3 ** Math.max(0, tries - 1), 12 * hour)

/** What a server answered, or that it did not. */
export type Answer = { status: number } | { problem: string }

/** What becomes of a delivery. */
export type Outcome =
  | { is: 'sent' }
  /** There is nobody any more. */
  | { is: 'gone' }
  /** @param isTheirs whether the server as a whole is in trouble, not this message */
  | { is: 'later'; error: string; isTheirs: boolean }

/**
 * Answers that say that a message will never be taken are not believed at once: servers say so as well while they cannot
 * fetch our key.
 */
export function outcomeOf(answer: Answer): Outcome {
  if ('problem' in answer) return { is: 'later', error: answer.problem, isTheirs: true }
  const { status } = answer
  if (status >= 200 && status < 300) return { is: 'sent' }
  if (status === 410) return { is: 'gone' }
  return { is: 'later', error: `HTTP ${status}`, isTheirs: status >= 500 || status === 429 }
}
