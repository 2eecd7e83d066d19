import type { Round } from '../rounds/index.ts'

/** Who gets a certificate of a round, beyond taking part to its end. */
export type Rule = {
  /** How many check-ins they must have answered. */
  checkIns: number
  /** Whether they must have answered the survey at the end. */
  endSurvey: boolean
}

/** What the rule of a round is made of, in the order in which it is told. */
const conditionKinds = ['stayed', 'check-ins', 'end-survey'] as const
/** One thing that a certificate asks for; `asked` and `reached` count what can be counted. */
export type Condition = { kind: (typeof conditionKinds)[number]; asked: number; reached: number }

/** What someone has done of what is asked. */
export type Doings = {
  /** They take part in the round, and have had a partner in it. */
  isIn: boolean
  checkIns: number
  hasAnswered: boolean
}

/** Each condition of a rule, with how far somebody is. @param isLast whether the last day of the round has come */
export const conditionsOf = (rule: Rule, done: Doings, isLast: boolean): Condition[] => [
  { kind: 'stayed', asked: 1, reached: done.isIn && isLast ? 1 : 0 },
  ...(rule.checkIns > 0
    ? [{ kind: 'check-ins' as const, asked: rule.checkIns, reached: Math.min(done.checkIns, rule.checkIns) }]
    : []),
  ...(rule.endSurvey ? [{ kind: 'end-survey' as const, asked: 1, reached: done.hasAnswered ? 1 : 0 }] : []),
]

export const isMet = ({ asked, reached }: Condition): boolean => reached >= asked

/** Whether someone has done all that is asked. */
export const isEarned = (conditions: readonly Condition[]): boolean => conditions.every(isMet)

/** Whether nothing is missing but the survey at the end. */
export const lacksSurveyAlone = (conditions: readonly Condition[]): boolean =>
  !isEarned(conditions) && conditions.every((one) => isMet(one) || one.kind === 'end-survey')

/** Whether the last day of a round has come. @param today `YYYY-MM-DD`, in its zone */
export const isLastDay = ({ endsOn }: Pick<Round, 'endsOn'>, today: string): boolean => today >= endsOn

/** Letters and figures that nobody takes for others, and that form no words. */
const alphabet = '23456789BCDFGHJKMNPQRSTVWXZ'
const codeLength = 12

/** A code out of random bytes; those that would make some letters likelier than others are passed over. */
export function codeFrom(bytes: Iterable<number>): string {
  const fair = 256 - (256 % alphabet.length)
  let code = ''
  for (const byte of bytes) {
    if (code.length === codeLength) break
    if (byte < fair) code += alphabet.charAt(byte % alphabet.length)
  }
  if (code.length < codeLength) throw new RangeError('too few bytes for a code')
  return code
}

/** As people read it: in three groups of four. */
export const codeInGroups = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-')

/** The code that was typed or read out, however it is grouped; null for what is none. */
export function codeTyped(text: string): string | null {
  const code = text.toUpperCase().replaceAll(/[\s\u2010-\u2015-]/g, '')
  return new RegExp(`^[${alphabet}]{${codeLength}}$`).test(code) ? code : null
}

/** What the page of a certificate says of it. */
const standings = ['valid', 'being-made', 'withdrawn', 'replaced', 'erased'] as const
export type Standing = (typeof standings)[number]

/** What decides that. */
export type Marks = {
  nameWritten: string
  issuedAt: Date | null
  withdrawnAt: Date | null
  /** Another has taken its place. */
  isReplaced: boolean
}

export function standingOf({ nameWritten, issuedAt, withdrawnAt, isReplaced }: Marks): Standing {
  if (isReplaced) return 'replaced'
  if (withdrawnAt !== null) return 'withdrawn'
  if (nameWritten === '') return 'erased'
  return issuedAt === null ? 'being-made' : 'valid'
}

/** How often somebody may have theirs written anew before a coordinator looks at it. */
export const mostAnew = 5

/** After so many days a key signs nothing new. */
export const keyDays = 365
