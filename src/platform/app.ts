import type { Db, Tx } from '../db/index.ts'
import type { Config } from './config.ts'
import type { Log } from './log.ts'
import type { OwnTables } from './own-tables.ts'
import type { Queue } from './queue.ts'
import type { Space } from './space.ts'
import type { Traces } from './traces.ts'
import type { WordedEmail } from './worded.ts'

/** The outside world as handed to an action: the database, the clock, our address. */
export type App = {
  db: Db
  /** The present instant. */
  now(): Date
  /** True where the clock is the demonstration's own, so that pages can say which day it is there. */
  isDemonstration: boolean
  /** Scheme and host, without a final slash: a mail's links are absolute. */
  origin: string
  config: Config
  log: Log
  queue: Queue
  /** The disk of our own folder. */
  space: Space
  /** What the network holds of people, and what becomes of it. */
  ownData: OwnData
  /** The emails whose sentences a network may word otherwise. */
  worded: readonly WordedEmail<App>[]
  /** Where the mailing lists are for everyone, by their names. */
  lists: Lists
  /** Where parts of work are told of, if a setting names a collector. */
  traces?: Traces | undefined
  /** The folder of the embedded server, if the database is that. */
  embeddedIn: string | null
  /** Lends an empty database on a server of its own, of which nothing stays. */
  scratch<Result>(use: (url: string) => Promise<Result>): Promise<Result>
}

/** The path of the page on which a list is joined, and of the one on which its past emails are read. A list that is not here has neither. */
export type Lists = Readonly<Record<string, { subscribe: string; archive: string }>>

/** What else must happen when someone goes for good, in the same transaction and before anything of theirs goes. */
export type Leaving = (app: App, tx: Tx, personId: string) => Promise<void>

/**
 * What else must happen when somebody without an account goes for good: by the key of their address, in the same transaction
 * and before anything of theirs goes.
 *
 * @param keeps whether what readers have of them stays, without their name, or goes too
 */
export type LeavingAddress = (app: App, tx: Tx, key: string, keeps: 'texts' | 'nothing') => Promise<void>

/** What the network holds of people, of all features. */
export type OwnData = {
  /** Parents before what refers to them. */
  tables: OwnTables
  /** Those of later features first. */
  leaving: readonly Leaving[]
  leavingAddress: readonly LeavingAddress[]
}
