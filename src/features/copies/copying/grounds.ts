import { hash } from 'node:crypto'
import type { Question } from '../../../db/index.ts'
import { dayIn } from '../../../platform/days.ts'
import { plain, watchedInstant } from '../../../platform/watched.ts'

/** A question that was put to the database: its statement by name, its values, and the digest of the answer. */
type Put = [statement: string, values: string, digest: string]

/**
 * Of what something was drawn: what the database said, and of the time what it was asked: whether some instants were still to come,
 * and which day it was in some zones. Where all of these are as they were, the same program draws the same.
 */
export type Grounds = {
  puts: Put[]
  limits: [at: number, isToCome: boolean][]
  days: [zone: string, day: string][]
}

/** Statements by their names. */
export type Statements = Map<string, string>

/** Gathers the grounds of what is being drawn. */
export type Gathering = {
  /** The present, which tells how it is looked at. */
  now: Date
  note(question: Question, digest: () => string): void
  /** It is drawn of something else as well. */
  spoil(): void
  /** None where it is drawn of something that cannot be told. */
  grounds(): Grounds | null
}

export function gathering(at: Date, statements: Statements): Gathering {
  const puts = new Map<string, Put>()
  const limits = new Map<number, boolean>()
  const days = new Map<string, string>()
  let isWhole = true
  const spoil = () => {
    isWhole = false
  }
  const now = watchedInstant(at, {
    compared: (limit, isToCome) => limits.set(limit.getTime(), isToCome),
    onDay: (zone, day) => days.set(zone, day),
    seen: spoil,
  })
  return {
    now,
    note({ sql, parameters }, digest) {
      const values = written(parameters)
      if (values === null) return spoil()
      const name = nameOf(sql)
      statements.set(name, sql)
      puts.set(`${name} ${values}`, [name, values, digest()])
    },
    spoil,
    grounds: () => (isWhole ? { puts: [...puts.values()], limits: [...limits], days: [...days] } : null),
  }
}

const names = new Map<string, string>()

/** A few dozen, and each of them thousands of times. */
function nameOf(sql: string): string {
  const name = names.get(sql) ?? hash('sha256', sql, 'base64url').slice(0, 12)
  names.set(sql, name)
  return name
}

/** Says whether grounds hold at another time. */
export function holding(
  at: Date,
  statements: Statements,
  digestOf: (question: Question) => Promise<string>,
): (grounds: Grounds) => Promise<boolean> {
  const said = new Map<string, Promise<string>>()
  const ask = (name: string, values: string): Promise<string> => {
    const sql = statements.get(name)
    return sql === undefined ? Promise.resolve('') : digestOf({ sql, parameters: read(values, at) })
  }
  const holds = async ([name, values, digest]: Put): Promise<boolean> => {
    const key = `${name} ${values}`
    const answer = said.get(key) ?? ask(name, values)
    said.set(key, answer)
    return (await answer) === digest
  }
  return async ({ puts, limits, days }) => {
    if (limits.some(([limit, isToCome]) => at.getTime() < limit !== isToCome)) return false
    if (days.some(([zone, day]) => dayIn(at, zone) !== day)) return false
    return (await Promise.all(puts.map(holds))).every(Boolean)
  }
}

type Written = string | number | boolean | null | Written[] | { at: string } | { now: true }

/** Values as JSON, with a hole where the present stands; null where JSON has no word for one. */
function written(values: readonly unknown[]): string | null {
  const all = values.map(oneWritten)
  return all.includes(undefined) ? null : JSON.stringify(all)
}

function oneWritten(value: unknown): Written | undefined {
  if (value === null || ['string', 'boolean'].includes(typeof value)) return value as string | boolean | null
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (plain(value) !== value) return { now: true }
  if (value instanceof Date) return { at: value.toISOString() }
  if (!Array.isArray(value)) return undefined
  const all = value.map(oneWritten)
  return all.includes(undefined) ? undefined : (all as Written[])
}

const read = (values: string, at: Date): unknown[] =>
  JSON.parse(values).map((one: Written) => oneRead(one, at))

function oneRead(value: Written, at: Date): unknown {
  if (Array.isArray(value)) return value.map((one) => oneRead(one, at))
  if (typeof value !== 'object' || value === null) return value
  return 'now' in value ? at : new Date(value.at)
}
