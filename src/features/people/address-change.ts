const hour = 60 * 60_000

/** For so many hours the address before can take a change back. @source docs/decisions/0027-addresses-are-taken-back.md */
export const takeBackHours = 72

/** For so long a change is remembered, so that its link can say what became of it. */
export const changesKeptDays = 30

export type AddressChange = { changedAt: Date; takenBackAt: Date | null }

/** What became of a change: it can be taken back, it was, or it is too late for that. */
export function stateOf(change: AddressChange, now: Date): 'open' | 'taken-back' | 'over' {
  if (change.takenBackAt) return 'taken-back'
  return now.getTime() - change.changedAt.getTime() <= takeBackHours * hour ? 'open' : 'over'
}
