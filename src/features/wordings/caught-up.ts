import type { Revision } from './queries/revisions.ts'
import type { Sentence } from './queries/sentences.ts'
import { typedForm } from './wording.ts'

/**
 * A form that goes on from what others have changed since it was begun: what its writer left alone is as they made it; what
 * both changed is still as it was typed, and is named.
 */
export function caughtUp(
  sentences: readonly Sentence[],
  revisions: readonly Revision[],
  typed: Readonly<Record<string, string>>,
): { values: Record<string, string>; clashing: Sentence[] } {
  const begun = (typed.bases ?? '').split(' ').map(Number)
  const values: Record<string, string> = { ...typed, bases: basesOf(sentences) }
  const clashing = sentences.filter(({ key, said, ours, newest }, index) => {
    const base = begun[index] ?? 0
    if ((newest?.number ?? 0) === base) return false
    const from = revisions.find((one) => one.key === key && one.number === base)
    const isLeftAlone =
      typed[key] === undefined ||
      typed[key] === typedForm(from?.text ?? '') ||
      (!from?.text && typed[key] === ours)
    if (isLeftAlone) values[key] = said
    return !isLeftAlone && typed[key] !== said
  })
  return { values, clashing }
}

/** The numbers that a form begun now goes on from. */
export const basesOf = (sentences: readonly Sentence[]): string =>
  sentences.map(({ newest }) => newest?.number ?? 0).join(' ')
