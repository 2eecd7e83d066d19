import type { Db, Tx } from '../../db/index.ts'
import type { App } from '../app.ts'
import type { Leaving } from './unsubscribe.ts'

/**
 * Takes a person off a list, at once: a mail that has not begun to leave stays. A second time changes nothing,
 * and neither does a person who is no longer there.
 */
export async function leaveList(app: App, tx: Db | Tx, { personId, list }: Leaving): Promise<void> {
  await tx
    .insertInto('mailStop')
    .columns(['personId', 'list', 'stoppedAt'])
    .expression((eb) =>
      eb
        .selectFrom('person')
        .select((own) => ['person.id', own.val(list).as('list'), own.val(app.now()).as('stoppedAt')])
        .where('person.id', '=', personId),
    )
    .onConflict((conflict) => conflict.columns(['personId', 'list']).doNothing())
    .execute()
}

/** Puts a person back on a list. */
export async function rejoinList(tx: Db | Tx, { personId, list }: Leaving): Promise<void> {
  await tx.deleteFrom('mailStop').where('personId', '=', personId).where('list', '=', list).execute()
}

export async function hasLeft(db: Db, { personId, list }: Leaving): Promise<boolean> {
  const row = await db
    .selectFrom('mailStop')
    .select('list')
    .where('personId', '=', personId)
    .where('list', '=', list)
    .executeTakeFirst()
  return row !== undefined
}
