import type { OpenMatter, OwnMatter } from '../people/index.ts'

/** The order in which matters are taken up: the urgent ones first, then what is due first, then what waits longest. */
export const inOrder = (matters: readonly OpenMatter[]): OpenMatter[] =>
  matters.toSorted(
    (one, other) =>
      urgencies.indexOf(one.urgency) - urgencies.indexOf(other.urgency) ||
      timeOf(one.dueAt) - timeOf(other.dueAt) ||
      timeOf(one.since) - timeOf(other.since),
  )

/** The order of someone's own front page: what waits for them first, then as the parts have their places. */
export const inOwnOrder = (matters: readonly OwnMatter[]): OwnMatter[] =>
  matters.toSorted(
    (one, other) => Number(Boolean(other.next)) - Number(Boolean(one.next)) || one.place - other.place,
  )

/** In the order in which they are taken up. */
export const urgencies = ['now', 'soon', 'later'] as const

/** What has no time comes after all that has one. */
const timeOf = (at: Date | undefined) => at?.getTime() ?? Number.MAX_SAFE_INTEGER
