import {
  type Answers,
  type Application,
  type Decisions,
  isLiving,
  isUnconfirmed,
  lacksAnswer,
} from './application.ts'
import { problemsOf, type Surroundings, surroundingsOf } from './checks.ts'
import { type Duplicate, duplicatesAmong, pairKey } from './duplicates.ts'
import { mergedAnswers } from './merging.ts'

export const dropReasons = ['no-address', 'no-consent', 'on-request', 'duplicate', 'other'] as const
export type DropReason = (typeof dropReasons)[number]

/** Columns of an application and what they become. */
export type Patch = Partial<
  Answers & Pick<Decisions, 'waitlistedAt' | 'droppedAt' | 'mergedInto'> & { dropReason: DropReason | null }
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

/** Names the question that a mend answers, among all of a round. */
export const mendKey = ({ kind, applicationId }: Pick<Mend, 'kind' | 'applicationId'>) =>
  `${kind}:${applicationId}`

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
  const inOrder = inTime(applications)
  const standing = inOrder.find(({ acceptedAt }) => acceptedAt !== null) ?? inOrder[0]
  if (!standing) return { mends: [], verdicts: [] }
  const answers = answersOfAll(inOrder)
  const others = inOrder.filter((one) => one !== standing)
  return {
    mends: [
      mendOf(standing, 'merged-answers', answers),
      ...others.map((one) => mendOf(one, 'merged', { mergedInto: standing.id, waitlistedAt: null })),
    ].filter((mend) => mend !== null),
    verdicts: others.map((one) => verdictOn(standing.id, one.id, 'merge')),
  }
}

const answersOfAll = (inOrder: readonly Application[]) => inOrder.map(answersOf).reduce(mergedAnswers)

/**
 * Why some applications cannot be made one; null when they can. A place that was given is not lost by it, nor kept
 * against what the person wrote since.
 */
export function mergeProblem(
  applications: readonly [Application, ...Application[]],
): 'already-accepted' | 'merge-unclear' | null {
  const accepted = applications.filter(({ acceptedAt }) => acceptedAt !== null)
  if (accepted.length > 1) return 'already-accepted'
  return accepted.length === 1 && lacksAnswer(answersOfAll(inTime(applications))) ? 'merge-unclear' : null
}

const inTime = (applications: readonly Application[]) =>
  [...applications].sort(
    (a, b) => a.submittedAt.getTime() - b.submittedAt.getTime() || (a.id < b.id ? -1 : 1),
  )

/** Without what makes it one application and not another. */
function answersOf(application: Application): Answers {
  const { id, submittedAt, acceptedAt, waitlistedAt, droppedAt, withdrawnAt, mergedInto, ...answers } =
    application
  return answers
}

/**
 * Everything on the desk that nobody would doubt, done at once: mends first, then merges of what was mended, then
 * namesakes kept apart. Merging makes one of three two, so it goes on until nothing is left to merge.
 *
 * @param settled pairs that were decided about, by `pairKey`
 * @param isLeftOut whether a question, by `mendKey` or `pairKey`, is to be looked at by itself
 */
export function obviousPlan(
  applications: readonly Application[],
  settled: ReadonlySet<string>,
  isLeftOut: (question: string) => boolean = () => false,
): Plan {
  const living = applications.filter((one) => isLiving(one) && !isUnconfirmed(one))
  const around = surroundingsOf(living)
  const mends = living
    .flatMap((application) => obviousMends(application, around))
    .filter((mend) => !isLeftOut(mendKey(mend)))
  const isApart = (pair: string) => settled.has(pair) || isLeftOut(pair)
  const verdicts: Verdict[] = []
  let now = patched(living, mends)
  const mergesNow = () => obviousMerges(now, settled, isApart)
  for (let step = mergesNow(); step.mends.length > 0; step = mergesNow()) {
    mends.push(...step.mends)
    verdicts.push(...step.verdicts)
    now = patched(now, step.mends)
  }
  const namesakes = duplicatesAmong(now, settled)
    .filter(isObvious('keep-both'))
    .filter(({ earlier, later }) => !isLeftOut(pairKey(earlier, later)))
  verdicts.push(...namesakes.map(({ earlier, later }) => verdictOn(earlier, later, 'keep-both')))
  return { mends, verdicts }
}

/** How many things a plan settles: a merge is one, though it changes two applications. */
export const settledBy = ({ mends, verdicts }: Plan): number =>
  verdicts.length + mends.filter(({ kind }) => kind !== 'merged' && kind !== 'merged-answers').length

const obviousMends = (application: Application, around: Surroundings): Mend[] =>
  problemsOf(application, around)
    .filter(({ obvious }) => obvious)
    .map(({ kind, suggestion }) => mendOf(application, kind, suggestion ?? {}))
    .filter((mend) => mend !== null)

const isObvious =
  (wanted: Duplicate['suggestion']) =>
  ({ obvious, suggestion }: Duplicate) =>
    obvious && suggestion === wanted

/** Of a group that hangs together no two may be in doubt, nor have been kept apart. */
function obviousMerges(
  living: readonly Application[],
  settled: ReadonlySet<string>,
  isApart: (pair: string) => boolean,
): Plan {
  const byId = new Map(living.map((one) => [one.id, one]))
  const found = duplicatesAmong(living, settled)
  const isSure = isObvious('merge')
  const doubted = new Set(
    found.filter((one) => !isSure(one)).map(({ earlier, later }) => pairKey(earlier, later)),
  )
  const isDoubted = (key: string) => doubted.has(key) || isApart(key)
  const groups = groupsOf(found.filter(isSure)).filter((ids) => !pairsOf(ids).some(isDoubted))
  const plans = groups
    .map((ids) => ids.flatMap((id) => byId.get(id) ?? []))
    .filter(([first, ...rest]) => first !== undefined && mergeProblem([first, ...rest]) === null)
    .map(mergePlan)
  return { mends: plans.flatMap(({ mends }) => mends), verdicts: plans.flatMap(({ verdicts }) => verdicts) }
}

/** As they would be after these mends, without those merged into others. */
function patched(applications: readonly Application[], mends: readonly Mend[]): Application[] {
  const changes = Map.groupBy(mends, ({ applicationId }) => applicationId)
  const after = applications.map(
    (one): Application => Object.assign({ ...one }, ...(changes.get(one.id) ?? []).map((mend) => mend.after)),
  )
  return after.filter(isLiving)
}

/** Every two of them, by `pairKey`. */
export const pairsOf = (ids: readonly string[]) =>
  ids.flatMap((one, at) => ids.slice(at + 1).map((other) => pairKey(one, other)))

/** Applications that belong to one person, as they hang together by pairs. */
function groupsOf(pairs: readonly Duplicate[]): string[][] {
  const groupOf = new Map<string, Set<string>>()
  for (const { earlier, later } of pairs) {
    const group = new Set([earlier, later, ...(groupOf.get(earlier) ?? []), ...(groupOf.get(later) ?? [])])
    for (const id of group) groupOf.set(id, group)
  }
  return [...new Set(groupOf.values())].map((group) => [...group])
}
