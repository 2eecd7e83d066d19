import { dayMs, secondOf } from '../../platform/days.ts'

/** A copy of the database's files, by its name: when it was begun, of which cluster, and which file of its log is the first it needs. */
export type Base = { name: string; at: Date; cluster: string; log: string }

const shape = /^base-(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})Z-(\d+)-([0-9A-F]{24})\.tar\.zst(\.age)?$/

export const baseName = ({ at, cluster, log }: Omit<Base, 'name'>, isEncrypted: boolean): string =>
  `base-${secondOf(at).replaceAll(':', '')}-${cluster}-${log}.tar.zst${isEncrypted ? '.age' : ''}`

/** Null when it is no name of ours. */
export function baseOf(name: string): Base | null {
  const [, day, hour, minute, second, cluster, log] = shape.exec(name) ?? []
  return day && cluster && log
    ? { name, cluster, log, at: new Date(`${day}T${hour}:${minute}:${second}Z`) }
    : null
}

export const logFolder = (cluster: string) => `log/${cluster}/`

/** Files of the log as the server names them: full ones, where copies began, and where the history forked. */
export const isLogFile = (name: string) =>
  /^[0-9A-F]{8}([0-9A-F]{16}(\.[0-9A-F]{8}\.backup)?|\.history)$/.test(name)

const keptMs = 7 * dayMs

/**
 * Copies that are not needed to get to any minute of the last seven days: all before the newest that is older than that.
 *
 * @param bases of one cluster, in any order
 */
export function outlivedBases(bases: readonly Base[], now: Date): Base[] {
  const old = bases
    .filter(({ at }) => at.getTime() <= now.getTime() - keptMs)
    .sort((a, b) => b.at.getTime() - a.at.getTime())
  return old.slice(1)
}
