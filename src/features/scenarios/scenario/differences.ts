import type { Group, Proposal } from './scenario.ts'

/** Who has other partners in one proposal than in another. */
export type Differences = {
  /** Groups that are the same in both, whoever is in the middle. */
  same: number
  /** Everyone who is in both and whose partners differ, with the partners in each; none is the reserve. */
  changed: { id: string; before: string[]; after: string[] }[]
  /** People of one proposal only. */
  onlyBefore: string[]
  onlyAfter: string[]
}

/** What changes from one proposal to another, person by person, in the order of their ids. */
export function differences(before: Proposal, after: Proposal): Differences {
  const was = partnersIn(before)
  const is = partnersIn(after)
  const changed = [...was].flatMap(([id, partners]) => {
    const now = is.get(id)
    return now === undefined || now.join() === partners.join() ? [] : [{ id, before: partners, after: now }]
  })
  const groupKey = ({ members }: Group) => members.toSorted().join()
  const known = new Set(before.groups.map(groupKey))
  return {
    same: after.groups.filter((group) => known.has(groupKey(group))).length,
    changed: changed.sort((a, b) => (a.id < b.id ? -1 : 1)),
    onlyBefore: [...was.keys()].filter((id) => !is.has(id)).sort(),
    onlyAfter: [...is.keys()].filter((id) => !was.has(id)).sort(),
  }
}

function partnersIn({ groups, reserve }: Proposal): Map<string, string[]> {
  const placed = groups.flatMap(({ members }) =>
    members.map((id) => [id, members.filter((other) => other !== id).sort()] as const),
  )
  return new Map([...placed, ...reserve.map((id): [string, string[]] => [id, []])])
}
