import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { allow, NotFound } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { mostOpenReports } from '../limits.ts'
import { mayBlock } from '../policy.ts'
import type { Message } from '../schema/messages.ts'
import { type Account, lockServers } from './accounts.ts'

const mostWords = 2_000

/**
 * The moderators of another server say that something of ours is wrong. Who has told them they do not say, and we do not keep.
 *
 * @returns what became of it
 */
export async function takeReport(
  app: App,
  tx: Tx,
  account: Account,
  { id, object, content }: Extract<Message, { type: 'Flag' }>,
): Promise<string> {
  const about = object.filter((address) => address.startsWith(`${app.origin}/`))
  if (about.length === 0) return 'ignored'
  if (await hasReportedEnough(tx, account.host)) return 'too-many'
  const { textOf } = await import('../reading.ts')
  const words = textOf(content ?? '', () => false).slice(0, mostWords)
  await tx
    .insertInto('fediverseReport')
    .values({ address: id, host: account.host, words, about, reportedAt: app.now() })
    .onConflict((conflict) => conflict.column('address').doNothing())
    .execute()
  return 'reported'
}

/** Those of one server come one after the other, so that none slips by. */
async function hasReportedEnough(tx: Tx, host: string): Promise<boolean> {
  await lockServers(tx, [host])
  const { count } = await tx
    .selectFrom('fediverseReport')
    .where('host', '=', host)
    .where('settledAt', 'is', null)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count >= mostOpenReports
}

/**
 * Says that what another server has reported was looked at.
 *
 * @throws Forbidden unless an editor asks
 * @throws NotFound `no-such-report` for one that is not there, or is settled
 */
export async function settleReport(app: App, actor: Actor, id: string): Promise<void> {
  allow(mayBlock(actor))
  await app.db.transaction().execute(async (tx) => {
    const row = await tx
      .updateTable('fediverseReport')
      .set({ settledAt: app.now(), settledBy: actor.id })
      .where('id', '=', id)
      .where('settledAt', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!row) throw new NotFound('no-such-report')
    await note(tx, app.now(), actor.id, 'fediverse.report-settled', id)
  })
}
