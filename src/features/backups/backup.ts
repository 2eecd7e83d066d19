import { secondOf } from '../../platform/days.ts'

/** A backup of the whole network, as it was made. */
export type MadeBackup = {
  name: string
  place: string
  madeAt: Date
  tookMs: number
  bytes: number
  rowCount: number
  version: string
  encrypted: boolean
}

/** A verified backup older than that is no comfort: one a day, and two hours to make and try it. */
export const freshHours = 26

const stamp = /^twinleaf-(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})Z\.tar\.zst(\.age)?$/

/** The name of the file: when it was made, to the second, and how it is packed. */
export const nameOf = (at: Date, isEncrypted: boolean): string =>
  `twinleaf-${secondOf(at).replaceAll(':', '')}.tar.zst${isEncrypted ? '.age' : ''}`

/** When the backup of that name was made; null when it is no name of ours. */
export function madeAtOf(name: string): Date | null {
  const [, day, hour, minute, second] = stamp.exec(name) ?? []
  return day ? new Date(`${day}T${hour}:${minute}:${second}Z`) : null
}

/** Every day at that hour, in UTC, a backup is due. */
const dueHour = 2

/** The last instant at which a backup was due. */
export function lastDue(now: Date): Date {
  const due = new Date(now)
  due.setUTCHours(dueHour, 0, 0, 0)
  if (due > now) due.setUTCDate(due.getUTCDate() - 1)
  return due
}
