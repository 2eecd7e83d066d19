import { daysBetween } from '../../platform/days.ts'

/** Longer than this is no absence any more: then it is kinder to leave the round. */
const mostDaysAway = 60

/** Why days away cannot be taken down; each is beside its field. */
export type AbsenceFault = { field: 'from' | 'until'; code: 'away-past' | 'away-disorder' | 'away-long' }

/** @param today `YYYY-MM-DD`, by the clock of whoever is away */
export function absenceFault(days: { from: string; until: string }, today: string): AbsenceFault | null {
  if (days.until < days.from) return { field: 'until', code: 'away-disorder' }
  if (days.until < today) return { field: 'until', code: 'away-past' }
  return daysBetween(days.from, days.until) >= mostDaysAway ? { field: 'until', code: 'away-long' } : null
}
