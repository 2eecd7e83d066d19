import type { ReserveReason } from './reserve.ts'
import type { Proposal } from './scenario.ts'

/** Some groups of a proposal, members in a row, and some of its reserve; ids of applications. */
export type Arrangement = {
  groups: readonly (readonly string[])[]
  reserve: readonly string[]
  /** Why those waited whom a change took from the reserve, by id. */
  reasons?: Readonly<Record<string, ReserveReason>>
}

export type Rearranged = { before: Arrangement; after: Arrangement }

/**
 * A proposal as its run found it: what was changed by hand is taken back, the last change first.
 *
 * @param changes those that still stand, newest first
 * @source docs/decisions/0020-a-run-beside-what-became-of-it.md
 */
export function asFound(standing: Proposal, changes: readonly Rearranged[]): Proposal {
  return changes.reduce(takenBack, standing)
}

function takenBack({ groups, reserve }: Proposal, { before, after }: Rearranged): Proposal {
  const made = new Set(after.groups.map(keyOf))
  const moved = new Set([...before.groups.flat(), ...before.reserve])
  return {
    groups: [
      ...groups.filter(({ members }) => !made.has(keyOf(members))),
      ...before.groups.map((members) => ({ members, pinned: false })),
    ],
    reserve: [...reserve.filter((id) => !moved.has(id)), ...before.reserve],
  }
}

const keyOf = (members: readonly string[]) => members.toSorted().join(' ')

/** Why people waited when the run ended whom a change has moved since, by id. */
export const reasonsFound = (changes: readonly Rearranged[]): Record<string, ReserveReason> =>
  Object.assign({}, ...changes.map(({ before }) => before.reasons))
