import type { Application } from './application.ts'
import { pairKey } from './duplicates.ts'
import { type Mend, mendKey, type Plan, pairsOf, type Verdict } from './mends.ts'

/** What is accepted or left out as one: a mend, like answers about the library, one person's applications, namesakes. */
export type ObviousRow = {
  /** Names the row among those of the plan: the first of its questions. */
  key: string
  kind: string
  /** Every question that it settles, by `mendKey` and `pairKey`. */
  questions: string[]
  mends: Mend[]
  verdicts: Verdict[]
}

/**
 * A plan in rows to be looked through, like with like.
 *
 * @param kinds in which order their mends come; merges and namesakes come last
 */
export function obviousRows(
  plan: Plan,
  kinds: readonly string[],
  byId: ReadonlyMap<string, Application>,
): ObviousRow[] {
  const mends = kinds.flatMap((kind) => mendRows(kind, plan, byId))
  const merges = plan.verdicts.filter(({ verdict }) => verdict === 'merge')
  const apart = plan.verdicts.filter(({ verdict }) => verdict === 'keep-both')
  return [
    ...mends,
    ...[...Map.groupBy(merges, (one) => standingOf(one, plan)).values()].map((of) => mergeRow(of, plan)),
    ...apart.map((one) =>
      rowOf('keep-both', [pairKey(one.first, one.second)], { mends: [], verdicts: [one] }),
    ),
  ]
}

function mendRows(kind: string, plan: Plan, byId: ReadonlyMap<string, Application>): ObviousRow[] {
  const mends = plan.mends.filter((mend) => mend.kind === kind)
  if (kind !== 'unknown-sector')
    return mends.map((mend) => rowOf(kind, [mendKey(mend)], { mends: [mend], verdicts: [] }))
  // What matters of these is the word, not who wrote it.
  const written = ({ applicationId }: Mend) => byId.get(applicationId)?.sectorWritten ?? ''
  return [...Map.groupBy(mends, written).values()]
    .sort((a, b) => b.length - a.length)
    .map((of) => rowOf(kind, of.map(mendKey), { mends: of, verdicts: [] }))
}

function mergeRow(verdicts: Verdict[], plan: Plan): ObviousRow {
  const members = [...new Set(verdicts.flatMap(({ first, second }) => [first, second]))]
  const mends = plan.mends.filter(
    ({ applicationId, kind }) => kind.startsWith('merged') && members.includes(applicationId),
  )
  return rowOf('merge', pairsOf(members), { mends, verdicts })
}

const rowOf = (kind: string, questions: string[], plan: Plan): ObviousRow => ({
  key: questions[0] ?? kind,
  kind,
  questions,
  ...plan,
})

/** The one of two that stands for both, or the first when both are kept. */
export function standingOf({ first, second }: Verdict, { mends }: Plan): string {
  const isGone = mends.some(({ applicationId, kind }) => applicationId === first && kind === 'merged')
  return isGone ? second : first
}

/**
 * Rows that were shown, by their keys, and those of them that are ticked; and whether all that nobody would doubt is
 * accepted, but for those that were shown and are not ticked, or the ticked ones alone.
 */
export type Choice = { shown: readonly string[]; ticked: readonly string[]; isAll: boolean }

/** Which questions a choice settles, and which it leaves to be looked at; rows that are gone by now are neither. */
export function chosenAmong(rows: readonly ObviousRow[], { shown, ticked }: Choice) {
  const [taken, rest] = [new Set(ticked), new Set(shown)]
  const questionsOf = (wanted: (row: ObviousRow) => boolean) =>
    rows.filter(wanted).flatMap(({ questions }) => questions)
  return {
    accepted: new Set(questionsOf(({ key }) => taken.has(key))),
    leftOut: questionsOf(({ key }) => rest.has(key) && !taken.has(key)),
  }
}
