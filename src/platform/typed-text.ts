/**
 * Text as typed or uploaded, made safe to parse, store and put into XML: whole characters only, no control
 * characters, one kind of line end.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\t\n])[\p{Cc}\ufeff\ufffe\uffff]/gu, '')
}

/**
 * Whether a text is nested or marked up far beyond what a person would write. Parsing time grows with the square
 * of the marks in one block, each level of nesting costs a level of the stack, and each line, list item, quote and cell
 * of a table costs its tenth of a millisecond: no text may hold everyone else up for more than a fifth of a second.
 *
 * @source docs/decisions/0026-what-strangers-may-cost.md
 */
export function isTangled(text: string): boolean {
  const lines = text.split('\n')
  const isTooDeep = lines.some((line) => NESTED.test(line) && !RULE.test(line))
  const isBoxed = counted(text, COLON_BLOCK) > 12
  if (isTooDeep || isBoxed || isEndless(text) || weightOf(lines) > MOST_WEIGHT) return true
  return text.split(BLANK).some(isWoven)
}

const isWoven = (block: string) => marks(block) > 1000 || UNCLOSED.test(block)

/** An address that goes on and on is looked at again for each of its letters, and a bracket for each after it. */
const mostRun = 2_000

/** Looks at every so manyth letter, and back from there: most words end soon. */
function isEndless(text: string): boolean {
  let until = mostRun
  while (until <= text.length) {
    let from = until
    while (from > until - mostRun && isPrinted(text.charCodeAt(from - 1))) from -= 1
    if (from === until - mostRun) return true
    until = from + mostRun
  }
  return false
}

/** ASCII, and no space. */
const isPrinted = (code: number) => code > 32 && code < 127

const UNCLOSED = /\[[^\]]{3000}/

/** Each may stand inside of the one before, whose lines are all read again. */
const COLON_BLOCK = /^[ \t>]*:{3,}[^\s:]/gm
/** A long article of hard-wrapped lines weighs half of it. */
export const MOST_WEIGHT = 1_200
const BLANK = /\n[ \t]*\n/
const NESTED = /^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)]|\[\^[^\]\s]+\]:)[ \t]*){30}/
const RULE = /^[ \t]*([-*_])(?:[ \t]*\1)+[ \t]*$/
const marks = (block: string) => counted(block, /[*_~`[\]]/g)

/** In lines. A list, quote or cell counts as one more, four columns of indentation too, and two of whatever may be a link. */
const weightOf = (lines: readonly string[]): number =>
  lines.reduce((sum, line) => sum + (line.trim() === '' ? 0.1 : weightOfLine(line)), 0)

const weightOfLine = (line: string) => {
  const [start = ''] = /^(?:[ \t]|[>*+-]|\d{1,9}[.)])*/.exec(line) ?? []
  return (
    1 +
    counted(start, /[>*+.)-]/g) +
    counted(start, /[ \t]/g) / 4 +
    counted(line, /\|/g) +
    counted(line, LINKS) / 2
  )
}
const LINKS = /[*_~`[\]<@]|www\.|:\/\//g
const counted = (text: string, what: RegExp) => text.match(what)?.length ?? 0
