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

const KEYS = [
  'title',
  'hashtag',
  'summary',
  'byline',
  'picture',
  'alt',
  'caption',
  'author',
  'source',
  'licence',
  'questions',
]

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
  const [, head, body] = /^\ufeff?---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(content) ?? []
  if (head === undefined || body === undefined)
    throw new BadTopicFile('it must start with a line "---", the facts, and a second line "---".')
  const facts: Record<string, string> = {}
  const questions: string[] = []
  for (const line of head.split(/\r?\n/)) readLine(line, facts, questions)
  const fact = (key: string) => facts[key] ?? ''
  if (fact('title') === '') throw new BadTopicFile('it has no line "title: …".')
  return {
    title: fact('title'),
    hashtag: fact('hashtag'),
    summary: fact('summary'),
    lead: body.trim(),
    questions,
    byline: fact('byline'),
    picture: fact('picture'),
    credit: {
      alt: fact('alt'),
      caption: fact('caption'),
      author: fact('author'),
      source: fact('source'),
      licence: fact('licence'),
    },
  }
}

function readLine(line: string, facts: Record<string, string>, questions: string[]): void {
  if (line.trim() === '') return
  const [, question] = /^- (.+)$/.exec(line) ?? []
  if (question !== undefined) {
    questions.push(question.trim())
    return
  }
  const [, key = '', value = ''] = /^(\w+):\s*(.*)$/.exec(line) ?? []
  if (!KEYS.includes(key)) throw new BadTopicFile(`the line "${line.slice(0, 60)}" is not one of ours.`)
  facts[key] = value.trim()
}
