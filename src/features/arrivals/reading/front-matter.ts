import { parse } from 'yaml'
import { isRow, type Row } from './rows.ts'

/** What a text says of itself above its first line, and the text below. */
export type Front = { data: Row; body: string }

/** In letters; more is no front matter, whatever it is. */
const mostLetters = 64_000

/**
 * Parts a file of Markdown at its lines of hyphens. Only YAML's core is read: nothing in it is ever run, and days stay as they are
 * written.
 *
 * @returns why not, by a code: `no-front-matter`, `toml`, or `broken-front-matter`
 */
export function frontOf(text: string): Front | string {
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  if (/^\+{3}[ \t]*\n/.test(plain)) return 'toml'
  const first = /^---[ \t]*\n/.exec(plain)?.[0]
  if (first === undefined) return 'no-front-matter'
  const from = first.length - 1
  const last = /\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(plain.slice(from, from + mostLetters))
  if (!last) return 'broken-front-matter'
  const data = parsed(plain.slice(from, from + last.index))
  return data === null
    ? 'broken-front-matter'
    : { data, body: plain.slice(from + last.index + last[0].length) }
}

function parsed(yaml: string): Row | null {
  try {
    const data: unknown = parse(yaml, {
      ...{ schema: 'core', uniqueKeys: false, maxAliasCount: 50, logLevel: 'error' },
    })
    if (data === null || data === undefined) return {}
    return isRow(data) ? data : null
  } catch {
    // Badly written: told of, with the file.
    return null
  }
}
