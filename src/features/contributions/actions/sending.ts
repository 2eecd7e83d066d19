import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { emailKey } from '../../../platform/email-key.ts'
import { refuseWhilePaused } from '../../../platform/network/index.ts'
import { Conflict, TooMany } from '../../../platform/refusals.ts'
import { hashOf } from '../../../platform/secret.ts'
import type { Actor } from '../../people/index.ts'
import type { Kind, Written } from '../contribution.ts'
import { addressLimit, networkLimit, sinceFor } from '../limits.ts'
import { heldSize } from '../queries/pictures.ts'
import { ruleOf } from '../queries/rule.ts'
import { networkHash, newKey } from './keys.ts'
import { tellAuthor } from './telling.ts'

/** A contribution as it was read once more by who sends it. */
export type NewContribution = Written & { kind: Kind; email: string }

/** From where, by which page, and what was agreed to: the page is good for one contribution. */
export type Coming = { network: string; locale: string; once: string; licence: string; guidelines: string }

/**
 * Takes a contribution, and writes to its author where to see how it stands. Sent twice by one page, it is there once.
 *
 * @returns a key that opens it
 * @throws Conflict `network-paused`, `contributions-closed`; `contribution-picture-gone` when its picture was let go of meanwhile
 * @throws TooMany `too-many`
 */
export async function sendContribution(
  app: App,
  actor: Actor,
  contribution: NewContribution,
  coming: Coming,
): Promise<string> {
  return app.db.transaction().execute(async (tx) => {
    await refuseWhilePaused(tx)
    const before = await sentBy(tx, coming.once)
    if (before) return newKey(app, tx, before)
    if ((await ruleOf(tx)).closedAt !== null) throw new Conflict('contributions-closed')
    await refuseFlood(app, tx, { email: contribution.email, network: coming.network })
    if (contribution.pictureId !== null && !(await heldSize(tx, contribution.pictureId)))
      throw new Conflict('contribution-picture-gone')
    const id = await add(app, tx, actor, contribution, coming)
    // Pressed twice at once: the other press has sent it.
    if (id === undefined) return newKey(app, tx, (await sentBy(tx, coming.once)) ?? '')
    await tellAuthor(app, tx, id, { told: 'arrived' })
    return newKey(app, tx, id)
  })
}

const sentBy = async (tx: Tx, once: string): Promise<string | undefined> =>
  (await tx.selectFrom('contribution').where('onceHash', '=', hashOf(once)).select('id').executeTakeFirst())
    ?.id

/** @throws TooMany `too-many` when one network, or one address, has sent more than people would */
async function refuseFlood(app: App, tx: Tx, { email, network }: { email: string; network: string }) {
  const counted = (column: 'networkHash' | 'emailKey', value: Buffer | string, since: Date) =>
    tx
      .selectFrom('contribution')
      .where(column, '=', value as string)
      .where('sentAt', '>', since)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  const byNetwork = await counted('networkHash', networkHash(app, network), sinceFor(networkLimit, app.now()))
  if (byNetwork.count >= networkLimit.count) throw new TooMany('too-many', networkLimit.minutes * 60)
  const byAddress = await counted('emailKey', emailKey(email), sinceFor(addressLimit, app.now()))
  if (byAddress.count >= addressLimit.count) throw new TooMany('too-many', addressLimit.minutes * 60)
}

async function add(
  app: App,
  tx: Tx,
  actor: Actor,
  { email, ...written }: NewContribution,
  { network, locale, once, licence, guidelines }: Coming,
): Promise<string | undefined> {
  const now = app.now()
  const row = await tx
    .insertInto('contribution')
    .values({
      ...written,
      ...{ email, emailKey: emailKey(email), personId: actor.id, locale, licence, guidelines },
      ...{ stage: 'waiting', stageAt: now, sentAt: now },
      ...{ onceHash: hashOf(once), networkHash: networkHash(app, network) },
    })
    .onConflict((conflict) => conflict.column('onceHash').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}
