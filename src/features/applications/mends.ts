import type { Answers, Application, Decisions } from './application.ts'
import type { Change } from './checks.ts'
import { type Desk, deskOf } from './desk.ts'
import type { Duplicate } from './duplicates.ts'
import { pairKey } from './duplicates.ts'
import { mergedAnswers } from './merging.ts'

export const dropReasons = ['no-address', 'no-consent', 'on-request', 'duplicate', 'other'] as const
export type DropReason = (typeof dropReasons)[number]

/** Columns of an application and what they become. */
export type Patch = Partial<
  Answers & Pick<Decisions, 'droppedAt' | 'mergedInto'> & { dropReason: DropReason | null }
>

/** One change of one application, with what stood there, so that it can be taken back. */
export type Mend = { applicationId: string; kind: string; before: Patch; after: Patch }

export type Verdict = { first: string; second: string; verdict: 'keep-both' | 'merge' | 'drop' }

/** What is done together and taken back together. */
export type Plan = { mends: Mend[]; verdicts: Verdict[] }

/** @returns null when nothing would change */
export function mendOf(application: Application, kind: string, after: Patch): Mend | null {
  const now: Record<string, unknown> = { dropReason: null, ...application }
  const changed = Object.entries(after).filter(([key, value]) => !sameValue(now[key], value))
  if (changed.length === 0) return null
  const before = Object.fromEntries(changed.map(([key]) => [key, now[key]]))
  return { applicationId: application.id, kind, before, after: Object.fromEntries(changed) }
}

export const sameValue = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

const verdictOn = (a: string, b: string, verdict: Verdict['verdict']): Verdict =>
  a < b ? { first: a, second: b, verdict } : { first: b, second: a, verdict }

export const keepBothPlan = (a: string, b: string): Plan => ({
  mends: [],
  verdicts: [verdictOn(a, b, 'keep-both')],
})

/**
 * Makes one of several applications of one person: the earliest stands for all, with the time it was sent and the
 * latest answers. One that was accepted before keeps its place.
 */
export function mergePlan(applications: readonly Application[]): Plan {
  const inOrder = [...applications].sort(
    (a, b) => a.submittedAt.getTime() - b.submittedAt.getTime() || (a.id < b.id ? -1 : 1),
  )
  const standing = inOrder.find(({ acceptedAt }) => acceptedAt !== null) ?? inOrder[0]
  if (!standing) return { mends: [], verdicts: [] }
  const answers = inOrder.map(answersOf).reduce(mergedAnswers)
  const others = inOrder.filter((one) => one !== standing)
  return {
    mends: [
      mendOf(standing, 'merged-answers', answers),
      ...others.map((one) => mendOf(one, 'merged', { mergedInto: standing.id })),
    ].filter((mend) => mend !== null),
    verdicts: others.map((one) => verdictOn(standing.id, one.id, 'merge')),
  }
}

/** Without what makes it one application and not another. */
function answersOf(application: Application): Answers {
  const { id, submittedAt, acceptedAt, waitlistedAt, droppedAt, withdrawnAt, mergedInto, ...answers } =
    application
  return answers
}

/**
 * Everything on the desk that nobody would doubt, done at once: mends, merges, and namesakes kept apart. What is done
 * can make more of it plain, so it goes on until nothing is obvious.
 */
export function obviousPlan(applications: readonly Application[], settled: ReadonlySet<string>): Plan {
  const plan: Plan = { mends: [], verdicts: [] }
  let [now, known] = [new Map(applications.map((one) => [one.id, one])), new Set(settled)]
  for (
    let step = obviousStep(deskOf([...now.values()], known));
    !isEmpty(step);
    step = obviousStep(deskOf([...now.values()], known))
  ) {
    plan.mends.push(...step.mends)
    plan.verdicts.push(...step.verdicts)
    now = patched(now, step.mends)
    known = new Set([...known, ...step.verdicts.map(({ first, second }) => pairKey(first, second))])
  }
  return plan
}

const isEmpty = ({ mends, verdicts }: Plan) => mends.length + verdicts.length === 0

/** The obvious mends first; only when none is left, the duplicates, which compare what was mended. */
function obviousStep(desk: Desk): Plan {
  const mends = [...desk.problems].flatMap(([id, problems]) => {
    const application = desk.byId.get(id)
    return application ? obviousMends(application, problems) : []
  })
  if (mends.length > 0) return { mends, verdicts: [] }
  const obvious = desk.duplicates.filter((duplicate) => duplicate.obvious)
  const merges = obvious.filter(({ suggestion }) => suggestion === 'merge')
  if (merges.length > 0)
    return joined(groupsOf(merges).map((ids) => mergePlan(ids.flatMap((id) => desk.byId.get(id) ?? []))))
  return joined(obvious.map(({ earlier, later }) => keepBothPlan(earlier, later)))
}

const obviousMends = (
  application: Application,
  problems: readonly { kind: string; suggestion: Change | null; obvious: boolean }[],
): Mend[] =>
  problems
    .filter(({ obvious, suggestion }) => obvious && suggestion !== null)
    .map(({ kind, suggestion }) => mendOf(application, kind, suggestion ?? {}))
    .filter((mend) => mend !== null)

const joined = (plans: readonly Plan[]): Plan => ({
  mends: plans.flatMap(({ mends }) => mends),
  verdicts: plans.flatMap(({ verdicts }) => verdicts),
})

function patched(
  applications: ReadonlyMap<string, Application>,
  mends: readonly Mend[],
): Map<string, Application> {
  const now = new Map(applications)
  for (const { applicationId, after } of mends) {
    const application = now.get(applicationId)
    if (application) now.set(applicationId, { ...application, ...after })
  }
  return now
}

/** Applications that belong to one person, as they hang together by pairs. */
function groupsOf(pairs: readonly Duplicate[]): string[][] {
  const groupOf = new Map<string, Set<string>>()
  for (const { earlier, later } of pairs) {
    const group = new Set([earlier, later, ...(groupOf.get(earlier) ?? []), ...(groupOf.get(later) ?? [])])
    for (const id of group) groupOf.set(id, group)
  }
  return [...new Set(groupOf.values())].map((group) => [...group])
}
