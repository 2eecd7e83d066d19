import { addDays } from '../../platform/days.ts'
import type { Role } from './actor.ts'

/** A role given to a person, from its first to its last day, both included. */
export type Grant = {
  id: string
  role: Role
  /** The country an ambassador speaks for; null for other roles. */
  country: string | null
  /** `YYYY-MM-DD`, in UTC. */
  startsOn: string
  /** Null while no end is known. */
  endsOn: string | null
}

/** @param today `YYYY-MM-DD` in UTC */
export const holds = (grant: Pick<Grant, 'startsOn' | 'endsOn'>, today: string) =>
  grant.startsOn <= today && (grant.endsOn === null || today <= grant.endsOn)

/** The first day, from one on, on which none of these terms holds; null when there is none. @param from `YYYY-MM-DD` in UTC */
export function firstDayWithout(
  terms: readonly Pick<Grant, 'startsOn' | 'endsOn'>[],
  from: string,
): string | null {
  let day = from
  for (const { startsOn, endsOn } of terms.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1))) {
    if (startsOn > day) return day
    if (endsOn === null) return null
    if (endsOn >= day) day = addDays(endsOn, 1)
  }
  return day
}

/** Whether one first day without somebody comes before another. */
export const isSooner = (day: string | null, than: string | null) =>
  day !== null && (than === null || day < than)

/** What roles give together: a director has those of coordinators and editors as well. */
export function rolesOf(granted: Iterable<Role>): Set<Role> {
  const all = new Set(granted)
  return all.has('director') ? all.add('coordinator').add('editor') : all
}
