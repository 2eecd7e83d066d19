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

/** What roles give together: a director has those of coordinators and editors as well. */
export function rolesOf(granted: Iterable<Role>): Set<Role> {
  const all = new Set(granted)
  return all.has('director') ? all.add('coordinator').add('editor') : all
}
