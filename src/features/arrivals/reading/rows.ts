/** A thing of JSON or YAML that somebody else wrote: anything may be in it. */
export type Row = Record<string, unknown>

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The first of several names that says something, as text. */
export function said(data: Row, ...names: string[]): string {
  for (const name of names) {
    const value = data[name]
    if (typeof value === 'string' && value.trim() !== '') return value.trim()
    if (typeof value === 'number' || value === true) return String(value)
  }
  return ''
}

/** What of a list is a row; none where there is no list. */
export const rowsIn = (value: unknown): Row[] => (Array.isArray(value) ? value.filter(isRow) : [])

/** What a table of ours has under a name of theirs, which may be `constructor`. */
export const ownOf = <One>(table: Readonly<Record<string, One>>, name: string): One | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined
