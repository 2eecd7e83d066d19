import { createHmac } from 'node:crypto'
import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { emailKey } from '../../../platform/email-key.ts'
import { TooMany } from '../../../platform/refusals.ts'
import { begunLimit, mailedLimit } from '../limits.ts'

const keyedHash = (app: App, text: string) =>
  createHmac('sha256', app.config.secret).update(`application ${text}`).digest()

export const networkHash = (app: App, network: string) => keyedHash(app, `network ${network}`)

/** @throws TooMany `too-many` when one network has begun more drafts than people could */
export async function refuseBegunFlood(app: App, tx: Tx, network: string): Promise<void> {
  const { count } = await tx
    .selectFrom('applicationDraft')
    .where('networkHash', '=', networkHash(app, network))
    .where('begunAt', '>', minutesAgo(app.now(), begunLimit.minutes))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  if (count >= begunLimit.count) throw new TooMany('too-many', begunLimit.minutes * 60)
}

/**
 * Counts an email about a draft: to an address that somebody typed, or to the own one of someone who is signed in. The
 * two are counted apart, so that nobody is kept from applying by what strangers do with their address.
 *
 * @throws TooMany `too-many` when that address is written to too often: nobody floods a stranger through us
 */
export async function countEmail(
  app: App,
  tx: Tx,
  draftId: string,
  { personId, email }: { personId: string | null; email: string },
): Promise<void> {
  const mailedKey = keyedHash(app, personId ? `person ${personId}` : `address ${emailKey(email)}`)
  const { count } = await tx
    .selectFrom('draftMail')
    .where('mailedKey', '=', mailedKey)
    .where('mailedAt', '>', minutesAgo(app.now(), mailedLimit.minutes))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  if (count >= mailedLimit.count) throw new TooMany('too-many', mailedLimit.minutes * 60)
  await tx.insertInto('draftMail').values({ draftId, mailedKey, mailedAt: app.now() }).execute()
}

const minutesAgo = (now: Date, minutes: number) => new Date(now.getTime() - minutes * 60_000)
