import type { RawBuilder } from 'kysely'
import type { Tables } from '../db/index.ts'
import { daysAfter } from './days.ts'

/**
 * How much a column gives away.
 *
 * - public: anyone may read it, or will;
 * - internal: how the machine works; nothing about anyone;
 * - personal: about someone, as a code, an instant or an id, which says who only to those who know more;
 * - sensitive: says who someone is, or is in somebody's own words. A copy for testing has none of it, a log never;
 * - secret: opens something. It is in no export, and in no backup.
 */
export const dataClasses = ['public', 'internal', 'personal', 'sensitive', 'secret'] as const
export type DataClass = (typeof dataClasses)[number]

/** Under which heading a person reads about it. */
export const chapters = [
  'account',
  'signing-in',
  'choices',
  'applications',
  'drafts',
  'files',
  'matching',
  'partners',
  'emails',
  'texts',
  'elsewhere',
  'journal',
  'requests',
] as const
export type Chapter = (typeof chapters)[number]

/** What is kept for rounds to come goes so many days after the network was paused, where it has not gone before. */
export const pausedDays = 90

/** The instant from which that goes. */
export const goesAt = (pausedAt: Date): Date => daysAfter(pausedAt, pausedDays)

/** Rows are let go so many days after an instant of theirs. */
export type Sweep = {
  days: number
  /** Also, where that is sooner, so many days after the network was paused. */
  pausedDays?: number
  /** The instant, in SQL; null for rows that stay. */
  since: RawBuilder<Date | null>
}

/** All that holds of the columns of a table, beside the feature that owns it: this is the one place that says so. */
export type TableData<Column extends string = string> = {
  /** None for what is about nobody. */
  chapter?: Chapter
  /** Which of its rows are about a person, by their id, in SQL. Without it none is. */
  rows?: (personId: string) => RawBuilder<boolean>
  /** Which of its rows are kept under an address that has no account, by its key as `emailKey` makes it, in SQL. */
  ofAddress?: (key: string) => RawBuilder<boolean>
  /** What goes into the person's own copy, when that is not all of their rows that is public, personal or sensitive. */
  exports?: readonly Column[] | ((personId: string) => Record<string, RawBuilder<unknown>>)
  /**
   * What becomes of a row about someone who is erased, or that is past its time: it goes, or these values take the place
   * of what it said.
   *
   * @param neutral what a name is replaced with
   * @param personId null when rows of several people are past their time
   */
  erased?: 'delete' | ((neutral: string, personId: string | null) => Partial<Record<Column, unknown>>)
  /** Why the rest of what is personal, or words of somebody's, may stay. */
  stays?: string
  sweeps?: readonly Sweep[]
  columns: Partial<Record<DataClass, readonly Column[]>> & {
    /** Who of the office did something to the row: personal, and theirs, not of those whom the row is about. */
    actor?: readonly Column[]
  }
}

/** The tables of a feature, parents before what refers to them. */
export type OwnTables = Readonly<Record<string, TableData>>

/** Says all of each table. A name that is no column of it does not compile. */
export const ownTables = <Name extends keyof Tables>(
  tables: {
    [One in Name]: TableData<keyof Tables[One] & string>
  },
): OwnTables => tables as unknown as OwnTables
