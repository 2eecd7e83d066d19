import { sql } from 'kysely'
import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { dayIn } from '../../../platform/days.ts'
import { ownApplicationIds } from '../own-data.ts'

/** Takes back the applications of someone who goes for good, in rounds that are not over. */
export async function leaveRounds(app: App, tx: Tx, personId: string): Promise<void> {
  await tx
    .updateTable('application')
    .set({ withdrawnAt: app.now() })
    .where(sql<boolean>`id in ${ownApplicationIds(personId)}`)
    .where('withdrawnAt', 'is', null)
    .where('roundId', 'in', (eb) =>
      eb.selectFrom('round').select('id').where('endsOn', '>=', dayIn(app.now())),
    )
    .execute()
}
