import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import type { reasons } from '../arrival.ts'
import type { Kind } from './known.ts'

/** How many things of a kind had which outcome, and why. */
export type Count = { kind: string; outcome: string; reason: string; count: number }

/** What could not come along as it was, of which text. */
type Remarked = { title: string; remark: string; postId: string | null }

export type Report = { counts: Count[]; remarks: Remarked[] }

export const emptyReport = (): Report => ({ counts: [], remarks: [] })

type Told = {
  kind: Kind
  title: string
  outcome: string
  reason?: string
  remarks?: readonly string[]
  postId?: string | null
}

/** Adds what became of one thing and of what came with it. */
export function addReport({ counts, remarks }: Report, fates: readonly Told[]): void {
  for (const { kind, title, outcome, reason = '', ...fate } of fates) {
    const known = counts.find((one) => one.kind === kind && one.outcome === outcome && one.reason === reason)
    if (known) known.count += 1
    else counts.push({ kind, outcome, reason, count: 1 })
    for (const remark of remarked({ kind, reason, remarks: fate.remarks ?? [] }))
      remarks.push({ title, remark, postId: fate.postId ?? null })
  }
}

/** Why a text is not here, or not as it came, that would be if all were well; whoever brings it in must know which one. */
const missed: readonly string[] = [
  'too-long',
  'edited-here',
  'removed-here',
  'fault',
] satisfies (typeof reasons)[number][]

type Remarking = { kind: string; reason: string; remarks: readonly string[] }

const remarked = ({ kind, reason, remarks }: Remarking): readonly string[] =>
  (kind === 'post' || kind === 'page') && missed.includes(reason) ? [reason, ...remarks] : remarks

/** What became of all that came in one arrival. */
export async function reportOf(db: Db, id: string): Promise<Report> {
  const items = db.selectFrom('arrivalItem').where('arrivalId', '=', id)
  const counts = await items
    .select(['kind', 'outcome', 'reason'])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .groupBy(['kind', 'outcome', 'reason'])
    .orderBy('kind')
    .orderBy('outcome')
    .execute()
  const rows = await items
    .where(({ or, and, eb }) =>
      or([
        sql<boolean>`remarks <> '{}'`,
        and([eb('kind', 'in', ['post', 'page']), eb('reason', 'in', missed)]),
      ]),
    )
    .select(['kind', 'reason', 'title', 'remarks', 'postId'])
    .orderBy('title')
    .execute()
  return {
    counts: counts.map((row) => ({ ...row, count: Number(row.count) })),
    remarks: rows.flatMap(({ title, postId, ...row }) =>
      remarked(row).map((remark) => ({ title, remark, postId })),
    ),
  }
}
