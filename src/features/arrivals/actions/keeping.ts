import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { chunks } from '../../../platform/chunks.ts'
import type { Actor } from '../../people/index.ts'
import type { ArrivalKind, Outcome } from '../arrival.ts'
import type { Mapping } from '../mapping.ts'
import type { Kind } from '../queries/known.ts'
import type { Blog } from '../reading/blog.ts'

/** What became of a thing that came. */
export type Fate = {
  kind: Kind
  sourceId: string
  title: string
  outcome: Outcome
  reason?: string
  remarks?: readonly string[]
  fingerprint?: Buffer
  postId?: string | null
  revision?: number | null
  mediaId?: string | null
  commentId?: string | null
}

type Beginning = { kind: ArrivalKind; fileName: string; site: string; blog: Blog; mapping: Mapping }

/** @returns its id */
export async function beginArrival(app: App, tx: Tx, actor: Actor, { blog, mapping, ...said }: Beginning) {
  const { kind, fileName, site } = said
  const { id } = await tx
    .insertInto('arrival')
    .values({
      ...{ kind, fileName, site, sha256: blog.sha256, mapping: JSON.stringify(mapping) },
      ...{ begunAt: app.now(), begunBy: actor.id },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** One of the same file that was cut off, with how much of it is done; undefined for none. */
export const begunBefore = (tx: Tx, sha256: Buffer) =>
  tx
    .selectFrom('arrival')
    .where('sha256', '=', sha256)
    .where('endedAt', 'is', null)
    .select(['id', 'ordinal'])
    .orderBy('begunAt', 'desc')
    .executeTakeFirst()

const nothing = Buffer.alloc(0)

/** Keeps what became of a thing, and that it is done with; a rehearsal keeps nothing. */
export async function keepFate(
  tx: Tx,
  { arrivalId, site }: { arrivalId: string | null; site: string },
  { fates, ordinal }: { fates: readonly Fate[]; ordinal: number },
): Promise<void> {
  if (arrivalId === null) return
  for (const some of chunks(fates))
    await tx
      .insertInto('arrivalItem')
      .values(some.map((fate) => rowOf(fate, arrivalId, site)))
      .onConflict((conflict) =>
        conflict.columns(['site', 'kind', 'sourceId']).doUpdateSet((eb) => ({
          arrivalId,
          fingerprint: eb.ref('excluded.fingerprint'),
          outcome: eb.ref('excluded.outcome'),
          reason: eb.ref('excluded.reason'),
          remarks: eb.ref('excluded.remarks'),
          title: eb.ref('excluded.title'),
          postId: eb.ref('excluded.postId'),
          revision: eb.ref('excluded.revision'),
          mediaId: eb.ref('excluded.mediaId'),
          commentId: eb.ref('excluded.commentId'),
        })),
      )
      .execute()
  await tx.updateTable('arrival').set({ ordinal }).where('id', '=', arrivalId).execute()
}

const rowOf = (fate: Fate, arrivalId: string, site: string) => ({
  ...{ site, kind: fate.kind, sourceId: fate.sourceId, arrivalId, outcome: fate.outcome },
  ...{
    fingerprint: fate.fingerprint ?? nothing,
    reason: fate.reason ?? '',
    remarks: [...(fate.remarks ?? [])],
  },
  ...{ title: fate.kind === 'comment' ? '' : fate.title.slice(0, 300) },
  ...{ postId: fate.postId ?? null, revision: fate.revision ?? null },
  ...{ mediaId: fate.mediaId ?? null, commentId: fate.commentId ?? null },
})
