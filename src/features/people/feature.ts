import type { Tables } from '../../db/index.ts'
import type { App, Leaving, LeavingAddress, Lists } from '../../platform/app.ts'
import type { Command } from '../../platform/commands.ts'
import type { Job, Scheduled } from '../../platform/jobs.ts'
import type { ListedLimit } from '../../platform/limits.ts'
import type { OwnTables } from '../../platform/own-tables.ts'
import type { Worded } from '../../platform/worded.ts'
import type { Ability } from './abilities.ts'
import type { Contributions } from './contributions.ts'
import type { router } from './router.ts'

type Router = ReturnType<typeof router>

/**
 * All that a feature hands to the shells, from its `shell.ts`. The list of all features is `features/all.ts`; shells
 * and pages loop over it, and know none by name. What a feature does not have it leaves out.
 */
export type Feature = Contributions & {
  /** The name of its folder. */
  name: string
  /**
   * The tables it owns, with what each holds of people, how long, and what becomes of it when they go. It alone writes
   * them, and features after it may read them.
   */
  ownData?: OwnTables
  /** Each belongs to the feature that it is made for, so that a later feature can tell an earlier one something. */
  views?: readonly (keyof Tables)[]
  /** What must happen when someone goes for good, before anything of theirs goes. */
  leaving?: Leaving
  /** The same of an address that has no account. */
  leavingAddress?: LeavingAddress
  /** Addresses for everyone. */
  routes?: Router
  /** Addresses of the office, mounted under /office behind its gate. */
  office?: Router
  /** Work for later. */
  jobs?: readonly Job[]
  /** Work that a clock starts. */
  clockwork?: readonly Scheduled[]
  /** Lets go of what nobody needs any more, now that room on the disk is short. */
  makesRoom?(app: App): Promise<void>
  /** Commands of the terminal. */
  commands?: readonly Command[]
  /** Mailing lists of its own that everyone may join, with where they do. */
  lists?: Lists
  /** Emails whose sentences a network may word otherwise. */
  worded?: readonly Worded<App>[]
  /** Each policy function with those who may by it. A test holds them together; the docs are made of it. */
  abilities?: readonly Ability[]
  /** Addresses, by a pattern of whole paths, that take more than the usual megabyte. */
  largestBody?: { at: RegExp; megabytes: number }
  /** What it lets one person, or one text, cost; for the docs, made of the numbers that its code uses. */
  limits?: readonly ListedLimit[]
  /** Addresses that must take a POST from elsewhere and carry a proof of their own. */
  crossSite?: RegExp
  /** Addresses that take a POST also while room on the disk is short: small, and they cannot wait. */
  staysOpen?: RegExp
  /** Addresses that answer also under names of other hosts, and look themselves which of these they know. */
  anyHost?: RegExp
  /** Starts of addresses for those they concern, of which a search engine is asked to keep out. */
  unlisted?: readonly string[]
}
