import type { Db, Tx } from '../../db/index.ts'
import type { App, Lists } from '../app.ts'
import type { Leaving } from './unsubscribe.ts'

/**
 * Takes a person or a subscriber off a list, at once: a mail that has not begun to leave stays. A second time changes
 * nothing, and neither does a reader who is no longer there.
 */
export async function leaveList(app: App, tx: Db | Tx, { readerId, list }: Leaving): Promise<void> {
  await tx
    .insertInto('mailStop')
    .columns(['personId', 'list', 'stoppedAt'])
    .expression((eb) =>
      eb
        .selectFrom('person')
        .select((own) => ['person.id', own.val(list).as('list'), own.val(app.now()).as('stoppedAt')])
        .where('person.id', '=', readerId),
    )
    .onConflict((conflict) => conflict.columns(['personId', 'list']).doNothing())
    .execute()
  await tx
    .updateTable('subscriber')
    .set({ leftAt: app.now() })
    .where('id', '=', readerId)
    .where('list', '=', list)
    .where('leftAt', 'is', null)
    .execute()
}

/** Puts a reader back on a list. */
export async function rejoinList(tx: Db | Tx, { readerId, list }: Leaving): Promise<void> {
  await tx.deleteFrom('mailStop').where('personId', '=', readerId).where('list', '=', list).execute()
  await tx
    .updateTable('subscriber')
    .set({ leftAt: null })
    .where('id', '=', readerId)
    .where('list', '=', list)
    .execute()
}

export async function hasLeft(db: Db, { readerId, list }: Leaving): Promise<boolean> {
  const row = await db
    .selectFrom('mailStop')
    .select('list')
    .where('personId', '=', readerId)
    .where('list', '=', list)
    .union((eb) =>
      eb
        .selectFrom('subscriber')
        .select('list')
        .where('id', '=', readerId)
        .where('list', '=', list)
        .where('leftAt', 'is not', null),
    )
    .executeTakeFirst()
  return row !== undefined
}

/** The lists that everyone may join, of all features in one. */
export const listsOf = (features: readonly { lists?: Lists }[]): Lists =>
  Object.assign({}, ...features.map(({ lists }) => lists ?? {}))
