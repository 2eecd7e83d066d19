import type { Answer, Choice } from './checkin.ts'

/** Words by which people say something in a reply, in all languages together. */
export type Phrases = {
  /** What stands for each answer. */
  answers: Record<Choice, readonly string[]>
  /** What may stand around it and says nothing: greetings and thanks. */
  polite: readonly string[]
  /** With what a signature begins. */
  closing: readonly string[]
}

/** What a reply says; null when nothing of their own is in it. */
export type Reply = { answer: Answer; words: string }

/** Letters that are kept of a reply in own words. */
const mostLetters = 2_000

/**
 * Reads a reply to a check-in. Only a known word, with nothing but thanks and a signature around it, is an answer; whatever
 * else it says, a person reads.
 *
 * @param text as it came, with what it quotes
 * @param name of whoever was asked: a line with nothing else begins the signature
 */
export function readReply(text: string, name: string, phrases: Phrases): Reply | null {
  const own = ownText(text)
  if (own === '') return null
  const said = own
    .split('\n')
    .map((line) => plain(line))
    .filter((line) => line !== '' && !isPolite(line, phrases))
  const [first = '', second] = said
  const answer = answerIn(first, phrases)
  if (answer && (second === undefined || beginsSignature(second, name, phrases))) return { answer, words: '' }
  return { answer: 'words', words: own.slice(0, mostLetters) }
}

const isPolite = (line: string, { polite }: Phrases) => polite.some((one) => plain(one) === line)

function answerIn(line: string, { answers, polite }: Phrases): Choice | null {
  let rest = line
  for (const one of polite.map(plain)) {
    if (rest.startsWith(`${one} `)) rest = rest.slice(one.length + 1)
    if (rest.endsWith(` ${one}`)) rest = rest.slice(0, -one.length - 1)
  }
  const known = Object.entries(answers) as [Choice, readonly string[]][]
  return known.find(([, said]) => said.some((one) => plain(one) === rest))?.[0] ?? null
}

function beginsSignature(line: string, name: string, { closing }: Phrases): boolean {
  const names = new Set(plain(name).split(' '))
  const isName = line.split(' ').every((word) => names.has(word))
  return isName || closing.map(plain).some((one) => line === one || line.startsWith(`${one} `))
}

/** Letters and figures alone, without case, accents and vowel signs: «¡Sí!» is `si`. */
const plain = (line: string): string =>
  line
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\u0640'’]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * What somebody wrote themselves: without what they quote, and without a marked signature. Where all they wrote stands
 * below the quotation, that.
 */
export function ownText(text: string): string {
  const lines = text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\p{Bidi_Control}\uFEFF]/gu, '')
    .split('\n')
  const end = lines.findIndex((_, at) => beginsQuote(lines, at))
  const above = unsigned(end < 0 ? lines : lines.slice(0, end))
  if (above !== '' || end < 0) return above
  const lastQuoted = lines.findLastIndex((line) => quoted.test(line))
  return lastQuoted < 0 ? '' : unsigned(lines.slice(lastQuoted + 1))
}

const quoted = /^\s*[>＞]/

/** `From:` as mail programs write it above what they quote. */
const from = /^\s*\*?(from|de|von|da|от|من|发件人|寄件者|差出人|보낸 사람)\s*[:：]/iu
const rule = /^\s*(_{5,}|-{2,}\s*\p{L}.*-{2,})\s*$/u
/** The line before a quotation names who wrote it and when, in whatever language: it holds an address or a year. */
const namesWriter = /(\S+@\S+\.\S+|(?<!\d)20\d\d(?!\d)).*[:：]\s*$/su

function beginsQuote(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? ''
  if (quoted.test(line) || from.test(line) || rule.test(line)) return true
  if (line.trim() === '' || line.length > longestLine) return false
  // It may be broken once, by the width of a line.
  return (
    namesWriter.test(line) || namesWriter.test(`${line} ${lines[at + 1] ?? ''}`.slice(0, 2 * longestLine))
  )
}

const longestLine = 300

function unsigned(lines: readonly string[]): string {
  const end = lines.findIndex((line) => /^-- ?$/.test(line))
  return (end < 0 ? lines : lines.slice(0, end)).join('\n').trim()
}
