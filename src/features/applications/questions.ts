import { isAddress } from './addresses.ts'
import type { Answers } from './application.ts'
import type { Problem, ProblemKind } from './checks.ts'

/** Problems that only the person can settle, and that a letter asks about. */
export const askableKinds = [
  'unconfirmed-address',
  'garbled-text',
  'missing-name',
  'unknown-country',
  'unknown-zone',
  'unknown-stage',
  'no-language',
  'missing-consent',
  'unread-sharing',
] as const satisfies readonly ProblemKind[]
export type AskableKind = (typeof askableKinds)[number]

export const isAskable = (kind: string): kind is AskableKind => askableKinds.some((known) => known === kind)

/** What was asked of someone, and is not answered yet. */
export type Question = { applicationId: string; kind: string; askedAt: Date; askedBy: string | null }

/** A problem that waits for the answer to a question, and for nobody in the office. */
export type Parked = { applicationId: string; problem: Problem; question: Question }

/** Whether a question can reach someone: with a bad address there is no way to write. */
export const isReachable = ({ email }: Pick<Answers, 'email'>) => isAddress(email)

/** Parts the problems of an application into those that wait for us, and those that wait for an answer. */
export function parkedAmong(
  id: string,
  problems: readonly Problem[],
  questions: readonly Question[],
): { open: Problem[]; parked: Parked[] } {
  const asked = new Map(questions.map((question) => [question.kind, question]))
  const parked = problems.flatMap((problem) => {
    const question = asked.get(problem.kind)
    return question ? [{ applicationId: id, problem, question }] : []
  })
  return { open: problems.filter(({ kind }) => !asked.has(kind)), parked }
}
