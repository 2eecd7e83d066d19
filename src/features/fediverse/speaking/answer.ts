import { findPath } from '../../comments/index.ts'
import type { ToldAnswer } from '../content.ts'
import type { Answer } from '../queries/answers.ts'
import { words } from '../words.ts'

/** An answer of the blog as the one whom it answers reads it, with whose it is. */
export function answerIn(origin: string, answer: Answer): ToldAnswer {
  const { id, number, name, text, locale, sentAt, answers, address, handle, profile } = answer
  return {
    ...{ id, text, locale, answers, at: sentAt, to: { address, handle, profile } },
    said: words(locale)('answer.said', { name }),
    url: origin + findPath(number),
  }
}
