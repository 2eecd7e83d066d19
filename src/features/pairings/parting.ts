/** What becomes of the members of a pairing that ends; everyone is in one of the three. */
export type Parting = {
  /** They leave the round. */
  left: string[]
  /** They stay partners of each other. */
  together: string[]
  /** They stay in the round and wait for a new partner. */
  free: string[]
}

/**
 * What becomes of a pairing when some of its members leave the round. Of a trio that one leaves the other two
 * stay partners; in every other case the pairing ends, and anyone who stays is free.
 */
export function partingOf(members: readonly string[], leaving: readonly string[]): Parting {
  const left = members.filter((id) => leaving.includes(id))
  const rest = members.filter((id) => !leaving.includes(id))
  const staysPaired = left.length > 0 && rest.length > 1
  return { left, together: staysPaired ? rest : [], free: staysPaired ? [] : rest }
}

/** Every way in which a pairing can end: one leaves, two leave, all leave, nobody does. */
export function waysToPart(members: readonly string[]): Parting[] {
  const subsets: string[][] = [[]]
  for (const id of members) subsets.push(...subsets.map((some) => [...some, id]))
  const [nobody = [], ...some] = subsets
  return [...some.sort((a, b) => a.length - b.length), nobody].map((leaving) => partingOf(members, leaving))
}
