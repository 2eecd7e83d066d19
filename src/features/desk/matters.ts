import type { OpenMatter } from '../people/index.ts'

/** The order in which matters are taken up: the urgent ones first, then what is due first, then what waits longest. */
export const inOrder = (matters: readonly OpenMatter[]): OpenMatter[] =>
  matters.toSorted(
    (one, other) =>
      rank[one.urgency] - rank[other.urgency] ||
      timeOf(one.dueAt) - timeOf(other.dueAt) ||
      timeOf(one.since) - timeOf(other.since),
  )

const rank = { now: 0, soon: 1, later: 2 }

/** What has no time comes after all that has one. */
const timeOf = (at: Date | undefined) => at?.getTime() ?? Number.MAX_SAFE_INTEGER
