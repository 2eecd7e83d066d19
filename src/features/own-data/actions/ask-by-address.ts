import { createHmac } from 'node:crypto'
import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { emailKey } from '../../../platform/email-key.ts'
import { enqueue } from '../../../platform/jobs.ts'
import { TooMany } from '../../../platform/refusals.ts'
import { linkAgainMinutes } from '../erasure.ts'
import { sendAddressLink } from '../jobs.ts'
import { linkLimit } from '../limits.ts'

/** Who asks: the address they typed, in which language, from where. */
type Asking = { email: string; locale: string; network: string }

/**
 * Asks for the link to what is kept under an address. It does the same for every address, in the same time: what is kept is
 * looked for later, and only an email tells.
 *
 * @throws TooMany `too-many` when one network asks for too many
 */
export async function askByAddress(app: App, { email, locale, network }: Asking): Promise<void> {
  const askedAt = app.now()
  await app.db.transaction().execute(async (tx) => {
    const from = createHmac('sha256', app.config.secret).update(`own data network ${network}`).digest()
    await refuseFlood(app, tx, from)
    const anew = { email, locale, askedAt, networkHash: from, tokenHash: null }
    const asked = await tx
      .insertInto('addressLink')
      .values({ emailKey: emailKey(email), ...anew })
      .onConflict((known) =>
        known
          .column('emailKey')
          .doUpdateSet(anew)
          .where('addressLink.askedAt', '<=', new Date(askedAt.getTime() - linkAgainMinutes * 60_000)),
      )
      .returning('id')
      .executeTakeFirst()
    if (asked) await enqueue(app, tx, sendAddressLink, { linkId: asked.id })
  })
}

/** @throws TooMany `too-many` */
async function refuseFlood(app: App, tx: Tx, from: Buffer): Promise<void> {
  const { count } = await tx
    .selectFrom('addressLink')
    .where('networkHash', '=', from)
    .where('askedAt', '>', new Date(app.now().getTime() - linkLimit.minutes * 60_000))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  if (count >= linkLimit.count) throw new TooMany('too-many', linkLimit.minutes * 60)
}
