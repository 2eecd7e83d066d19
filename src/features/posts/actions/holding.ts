import { sql } from 'kysely'
import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'

// Parts of pausing and of waking, in their transaction; they ask who may.

/** Keeps what is scheduled from coming out, and remembers when it was to. */
export async function holdScheduled(app: App, tx: Tx): Promise<void> {
  const now = app.now()
  const held = await tx
    .updateTable('post')
    .from((eb) =>
      eb
        .selectFrom('post as scheduled')
        .select(['scheduled.id', 'scheduled.publishAt'])
        .where('scheduled.publishAt', '>', now)
        .where('scheduled.withdrawnAt', 'is', null)
        .forUpdate()
        .as('before'),
    )
    .set({ publishAt: null })
    .whereRef('post.id', '=', 'before.id')
    .returning(['post.id as postId', (eb) => eb.ref('before.publishAt').$notNull().as('publishAt')])
    .execute()
  if (held.length === 0) return
  await tx
    .insertInto('postHeld')
    .values(held.map((one) => ({ ...one, heldAt: now })))
    .execute()
}

/** What was changed meanwhile comes out only if it is whole, and its author outside the office agrees to it as it is. */
const mayComeOut = sql<boolean>`coalesce(post.agreed_revision = post.revision, true)
  and trim(post.title) <> '' and trim(post.summary) <> '' and trim(post.body) <> ''`

/** Gives back their time to those that may come out and for which it is still to come; the others wait for an editor. */
export async function letScheduledGo(app: App, tx: Tx): Promise<void> {
  const due = await tx
    .updateTable('post')
    .from('postHeld')
    .set((eb) => ({ publishAt: eb.ref('postHeld.publishAt') }))
    .whereRef('post.id', '=', 'postHeld.postId')
    .where('post.publishAt', 'is', null)
    .where('postHeld.publishAt', '>', app.now())
    .where(mayComeOut)
    .returning('post.id')
    .execute()
  if (due.length === 0) return
  await tx
    .deleteFrom('postHeld')
    .where(
      'postId',
      'in',
      due.map(({ id }) => id),
    )
    .execute()
}
