import type { Credit } from '../media/index.ts'
import type { TopicText } from './topic.ts'

/** A topic as a text file: its facts on top, its questions as a list, and the text under a line. */
export type TopicFile = Omit<TopicText, 'questions'> & {
  questions: string[]
  byline: string
  /** Name of the picture's file, beside this one; empty for none. */
  picture: string
  credit: Credit
}

/** Why a file is not taken, for the person at the terminal. */
export class BadTopicFile extends Error {}

/** What a file may say of a text that is published. */
export const topicKeys = [
  ...(['title', 'hashtag', 'summary', 'byline', 'questions'] as const),
  ...(['picture', 'alt', 'caption', 'author', 'source', 'licence'] as const),
] as const

/**
 * Reads a topic written in any text editor:
 *
 *     ---
 *     title: Getting to know you
 *     hashtag: #welcometomydesk
 *     questions:
 *     - Where do you work?
 *     ---
 *     The text, in Markdown.
 *
 * @throws BadTopicFile with a sentence that names the line
 */
export function readTopicFile(content: string): TopicFile {
  const { facts, list: questions, text: lead } = readTextFile(content, topicKeys)
  const { title, hashtag, summary, byline, picture, alt, caption, author, source, licence } = facts
  const credit = { alt, caption, author, source, licence }
  return { title, hashtag, summary, lead, questions, byline, picture, credit }
}

/** A text with facts above it, each on a line of its own, and one list; what is not said is empty. */
export type TextFile<Key extends string> = { facts: Record<Key, string>; list: string[]; text: string }

/**
 * @param keys all that may be said above the text; a title must be
 * @throws BadTopicFile with a sentence that names the line
 */
export function readTextFile<Key extends string>(
  content: string,
  keys: readonly (Key | 'title')[],
): TextFile<Key | 'title'> {
  const [, head, body] = /^\ufeff?---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(content) ?? []
  if (head === undefined || body === undefined)
    throw new BadTopicFile('it must start with a line "---", the facts, and a second line "---".')
  const facts = Object.fromEntries(keys.map((key) => [key, ''])) as Record<Key | 'title', string>
  const list: string[] = []
  for (const line of head.split(/\r?\n/)) readLine(line, facts, list)
  if (facts.title === '') throw new BadTopicFile('it has no line "title: …".')
  return { facts, list, text: body.trim() }
}

function readLine(line: string, facts: Record<string, string>, list: string[]): void {
  if (line.trim() === '') return
  const [, one] = /^- (.+)$/.exec(line) ?? []
  if (one !== undefined) {
    list.push(one.trim())
    return
  }
  const [, key = '', value = ''] = /^(\w+):\s*(.*)$/.exec(line) ?? []
  if (!Object.hasOwn(facts, key))
    throw new BadTopicFile(`the line "${line.slice(0, 60)}" is not one of ours.`)
  facts[key] = value.trim()
}
