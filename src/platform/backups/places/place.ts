import type { Readable } from 'node:stream'

/** What lies in a place. */
export type Kept = { name: string; bytes: number }

/** Where backups are kept. A file is there whole or not at all; names have no folder above the place's own. */
export type Place = {
  /** As the operator named it, without any secret. */
  where: string
  /** @returns how long it is, in bytes */
  put(name: string, file: Readable): Promise<number>
  /** @throws NotFound `no-such-backup` */
  get(name: string): Promise<Readable>
  /** What there is whose names begin so, by name. */
  list(start: string): Promise<Kept[]>
  remove(name: string): Promise<void>
}
