import type { OpenMatter } from '../people/index.ts'

/** The order in which matters are taken up: the urgent ones first, then what is due first, then what waits longest. */
export const inOrder = (matters: readonly OpenMatter[]): OpenMatter[] =>
  matters.toSorted(
    (one, other) =>
      urgencies.indexOf(one.urgency) - urgencies.indexOf(other.urgency) ||
      timeOf(one.dueAt) - timeOf(other.dueAt) ||
      timeOf(one.since) - timeOf(other.since),
  )

/** In the order in which they are taken up. */
export const urgencies = ['now', 'soon', 'later'] as const

/** What has no time comes after all that has one. */
const timeOf = (at: Date | undefined) => at?.getTime() ?? Number.MAX_SAFE_INTEGER
