import type { Config } from '../../platform/config.ts'

/** What an upgrade works on. */
export type World = {
  config: Config
  url: string
  /** Of the migrations of the version that is to run. */
  folder: string
  now(): Date
  /** Lends an empty database of which nothing stays. */
  scratch<Result>(use: (url: string) => Promise<Result>): Promise<Result>
}
