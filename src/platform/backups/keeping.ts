import { dayMs } from '../days.ts'

/** A backup by when it was made. */
export type Made = { name: string; at: Date }

const days = 7
const weeks = 4

/**
 * Which backups may go: all but the newest of each of the last seven days that have one, and of each of four weeks. So
 * none is kept for more than 35 days, as long as there are newer ones.
 *
 * @param all in any order
 * @source docs/decisions/0023-a-backup-is-rows.md
 */
export function outlived(all: readonly Made[]): Made[] {
  const newestFirst = all.toSorted((a, b) => b.at.getTime() - a.at.getTime())
  const kept = new Set([...newestOfEach(newestFirst, days, 1), ...newestOfEach(newestFirst, weeks, 7)])
  return newestFirst.filter((one) => !kept.has(one))
}

/** The newest of each stretch of so many days, for as many stretches; weeks begin on Mondays. */
function newestOfEach(newestFirst: readonly Made[], most: number, length: number): Made[] {
  const newest = new Map<number, Made>()
  for (const one of newestFirst) {
    const stretch = stretchOf(one.at, length)
    if (!newest.has(stretch) && newest.size < most) newest.set(stretch, one)
  }
  return [...newest.values()]
}

/** 1 January 1970 was a Thursday: three days more make whole weeks. */
const stretchOf = (at: Date, length: number) => Math.floor((at.getTime() / dayMs + 3) / length)
