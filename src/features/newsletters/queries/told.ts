/** Posts that readers were told of, by the id of the subscriber. */
export type Told = Map<string, Set<string>>

export function toldIn(rows: readonly { subscriberId: string; postId: string }[]): Told {
  const told: Told = new Map()
  for (const { subscriberId, postId } of rows)
    told.set(subscriberId, (told.get(subscriberId) ?? new Set()).add(postId))
  return told
}
