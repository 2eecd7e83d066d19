import type { Answers } from './application.ts'
import { type Change, type ProblemKind, problemsOf } from './checks.ts'
import { isGarbled } from './garbled.ts'
import { sameValue } from './mends.ts'

/** Where a problem would be mended, and what is said there when it was not. */
const faultOf: Partial<Record<ProblemKind, { field: keyof Answers; code: string }>> = {
  'bad-address': { field: 'email', code: 'bad-email' },
  'missing-name': { field: 'givenName', code: 'required' },
  'unknown-country': { field: 'country', code: 'required' },
  'unknown-sector': { field: 'sector', code: 'choose-one' },
  'unknown-stage': { field: 'stage', code: 'choose-one' },
  'unknown-language': { field: 'languages', code: 'unknown-language' },
  'no-language': { field: 'languages', code: 'required' },
  'too-many-interests': { field: 'interests', code: 'too-many' },
}

/**
 * Answers that a mend would leave as wrong as before, or make wrong: a code for each field. What it does not touch may
 * be wrong still.
 *
 * @param kind the problem that the mend is to settle; other fields count only when they change
 */
export function faultsIn(
  before: Answers,
  { kind, change }: { kind: string; change: Change },
): Record<string, string> {
  const touches = (field: keyof Answers, settled: boolean) =>
    field in change && (settled || !sameValue(change[field], before[field]))
  const wrong = problemsOf({ ...before, ...change }).flatMap((problem) => {
    const fault = faultOf[problem.kind]
    return fault && touches(fault.field, problem.kind === kind) ? [[fault.field, fault.code]] : []
  })
  const garbled = (['givenName', 'familyName', 'workplace', 'jobTitle'] as const).filter(
    (field) => touches(field, kind === 'garbled-text') && isGarbled(change[field] ?? ''),
  )
  return Object.fromEntries([...garbled.map((field) => [field, 'garbled']), ...wrong])
}
