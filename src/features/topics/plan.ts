/** What the plan of a season knows of a post. */
export type Planned = {
  id: string
  title: string
  tags: readonly string[]
  fortnight: number | null
  part: string | null
  dueOn: string | null
  assignee: { id: string; name: string } | null
}

/** A fortnight of a round with what is planned for it. */
export type Fortnight<Post> = {
  number: number
  /** Its first day, `YYYY-MM-DD`; null for one beyond the round. */
  day: string | null
  /** Its lead post first. */
  posts: Post[]
}

/** The fortnights of a round, those beyond its end that something is planned for, and what has no fortnight yet. */
export function seasonOf<Post extends Planned>(
  days: readonly string[],
  posts: readonly Post[],
): { fortnights: Fortnight<Post>[]; unplaced: Post[] } {
  const last = Math.max(days.length, ...posts.map(({ fortnight }) => fortnight ?? 0))
  const isLead = ({ part }: Post) => (part === 'lead' ? 0 : 1)
  return {
    fortnights: Array.from({ length: last }, (_, index) => ({
      number: index + 1,
      day: days[index] ?? null,
      posts: posts
        .filter(({ fortnight }) => fortnight === index + 1)
        .toSorted((a, b) => isLead(a) - isLead(b)),
    })),
    unplaced: posts.filter(({ fortnight }) => fortnight === null),
  }
}

/** How much somebody has to write: posts that are not ready, how many of them are late, and the next day one is due. */
export type Load = { id: string; name: string; open: number; late: number; nextOn: string | null }

/** The load of each writer, the fullest first. @param posts those that are still being written @param today `YYYY-MM-DD` */
export function loadsOf(posts: readonly Planned[], today: string): Load[] {
  const loads = new Map<string, Load>()
  for (const { assignee, dueOn } of posts) {
    if (!assignee) continue
    const load = loads.get(assignee.id) ?? { ...assignee, open: 0, late: 0, nextOn: null }
    const isLate = dueOn !== null && dueOn < today
    const isNext = dueOn !== null && !isLate && (load.nextOn === null || dueOn < load.nextOn)
    loads.set(assignee.id, {
      ...load,
      open: load.open + 1,
      late: load.late + (isLate ? 1 : 0),
      nextOn: isNext ? dueOn : load.nextOn,
    })
  }
  return [...loads.values()].toSorted((a, b) => b.open - a.open || a.name.localeCompare(b.name))
}
