/** Where a sentence is: in the word files of a feature, by its key, in a language. */
export type At = { feature: string; key: string; locale: string }

/** How a sentence stands since somebody changed it last. */
export type Standing = At & {
  number: number
  /** Null: it is said as it comes. */
  text: string | null
  /** How it came when that was written. */
  ours: string
}

/** Whether a later version of ours says differently what a director has changed. */
export const isBehind = ({ text, ours }: Pick<Standing, 'text' | 'ours'>, oursNow: string): boolean =>
  text !== null && ours !== oursNow

/** In characters. */
export const longest = 2_000

/** What a sentence does in its email. */
const roles = [
  ...['subject', 'heading', 'greeting', 'opening', 'list', 'step', 'question', 'text'],
  ...['button', 'closing', 'footer', 'stop', 'kicker'],
] as const
export type Role = (typeof roles)[number]

const rolesByName: Record<string, Role> = {
  ...{ subject: 'subject', heading: 'heading', hello: 'greeting', why: 'opening' },
  ...{ next: 'list', start: 'list', ice: 'list', questions: 'list', reasons: 'list', reach: 'list' },
  ...{ partner: 'kicker', you: 'kicker' },
  ...{ button: 'button', read: 'button', begin: 'button', 'go-on': 'button', blog: 'button' },
  ...{ closing: 'closing', bye: 'closing', footer: 'footer', stop: 'stop' },
}

/** By its key, which is named for what it does: `mail.accepted.next.2` is a step. */
export function roleOf(key: string, keys: readonly string[]): Role {
  const parts = key.split('.')
  const last = parts.at(-1) ?? ''
  if (key.startsWith('question.')) return 'subject'
  if (/^\d$/.test(last)) return parts.at(-2) === 'ice' ? 'question' : 'step'
  if (key === 'rematch-mail.ice') return 'question'
  const role = rolesByName[last] ?? rolesByName[parts.at(-2) ?? '']
  const isAlone = role === 'list' && last === 'next' && !keys.some((one) => one.startsWith(`${key}.`))
  return isAlone || !role ? 'text' : role
}

/** What ends a letter may have several lines; all else is one. */
export const mayHaveLines = (key: string): boolean => key.endsWith('.bye')

/** Names in a sentence of a language that runs from right to left are set apart by signs that nobody sees. */
const apart = /\u2068(\{\w+\})\u2069/g

/** A sentence to be read and typed: without these signs. */
export const typedForm = (text: string): string => text.replace(apart, '$1')

/** What was typed, as a sentence of the word files: names are set apart where ours sets them apart. */
export function fileForm(typed: string, ours: string): string {
  const set = new Set([...ours.matchAll(apart)].map(([, name]) => name))
  return typed.replace(/\{\w+\}/g, (name) => (set.has(name) ? `\u2068${name}\u2069` : name))
}

/**
 * Apostrophes as they are printed. The straight one, before a brace, would make the name in the braces a mere word.
 *
 * @source https://unicode-org.github.io/icu/userguide/format_parse/messages/#quotingescaping
 */
export const withApostrophes = (typed: string): string => typed.replaceAll("'", '’')
