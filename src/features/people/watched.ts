import { addDays, dayIn, localTime } from '../../platform/days.ts'
import type { Act } from '../../platform/words.ts'

/** What could do harm in the wrong hands: directors hear of it by email, so that a stolen account is noticed. */
export const watchedActs = [
  'role.granted',
  'role.ended',
  'person.email-changed',
  'person.disabled',
  'person.enabled',
  'person.erased',
  'second-factor.removed',
  'setting.changed',
  'network.changed',
  'pairings.exported',
  'matching.exported',
  'matching.compared',
  'subscribers.exported',
  'answers.exported',
  'backup.thinned',
  'backup.restored',
  'mail.all-resumed',
] as const satisfies readonly Act[]

/** The last whole week, Monday to Sunday, both `YYYY-MM-DD`; from Monday at seven by the clock of the network. */
export function weekBefore(now: Date, zone: string): { from: string; until: string } {
  const today = dayIn(now, zone)
  const weekday = Temporal.PlainDate.from(today).dayOfWeek
  const isEarly = weekday === 1 && localTime(now, zone).slice(11) < '07:00'
  const monday = addDays(today, 1 - weekday - (isEarly ? 7 : 0))
  return { from: addDays(monday, -7), until: addDays(monday, -1) }
}
