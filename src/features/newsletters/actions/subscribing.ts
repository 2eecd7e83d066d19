import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { emailKey } from '../../../platform/email-key.ts'
import { leaveList, sendOnce } from '../../../platform/mail/index.ts'
import { networkIn, refuseWhilePaused } from '../../../platform/network/index.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { changeLocale, joinOwn, newsletterList, questionFor, refuseFlood } from '../../subscribers/index.ts'
import { confirmEmail } from '../emails/asking.ts'
import { newestNumber } from '../queries/news.ts'
import { type Subscription, subscriptionsByToken } from '../queries/subscriptions.ts'
import { periodOf, type Rhythm } from '../rhythm.ts'

/** Who asks: the address they typed, in which language and how often, from where; and their own, if they are signed in. */
export type Wish = { email: string; locale: string; rhythm: Rhythm; network: string; own: string | null }

/**
 * Subscribes an address to the newsletter: at once where it is that of someone who is signed in, else once the one who reads
 * its mail has said yes. Says nothing of whether it was known, and changes nothing for one that gets it already.
 *
 * @returns whether it gets the newsletter by this
 * @throws Conflict `network-paused`
 * @throws TooMany `too-many` when one network asks for too many
 */
export async function subscribe(app: App, wish: Wish): Promise<boolean> {
  const isOwn = wish.own !== null && emailKey(wish.own) === emailKey(wish.email)
  return app.db.transaction().execute(async (tx) => {
    await refuseWhilePaused(tx)
    await refuseFlood(app, tx, wish.network)
    if (isOwn) {
      const { id, wasOn } = await joinOwn(app, tx, newsletterList, wish)
      if (!wasOn) await begin(app, tx, id, wish.rhythm)
      return true
    }
    await ask(app, tx, wish)
    return false
  })
}

async function ask(app: App, tx: Tx, { email, locale, rhythm, network }: Wish): Promise<void> {
  const asked = await questionFor(app, tx, newsletterList, { email, locale, asker: network })
  if (!asked.isOn) await begin(app, tx, asked.id, rhythm)
  if (asked.secret === null) return
  const question = confirmEmail(
    { email, locale, rhythm },
    { network: await networkIn(app, tx), secret: asked.secret },
  )
  await sendOnce(app, tx, `newsletter-question:${asked.id}:${app.now().getTime()}`, question)
}

/** From now on: what has come out before is no news to them. */
async function begin(app: App, tx: Tx, subscriberId: string, rhythm: Rhythm): Promise<void> {
  const row = { rhythm, ...(await fromNow(app, tx, rhythm)), pausedAt: null, changedAt: app.now() }
  await tx
    .insertInto('subscription')
    .values({ subscriberId, ...row })
    .onConflict((conflict) => conflict.column('subscriberId').doUpdateSet(row))
    .execute()
}

const fromNow = async (app: App, tx: Tx, rhythm: Rhythm) => ({
  toldNumber: await newestNumber(tx),
  toldPeriod: periodOf(rhythm, app.now()),
})

/**
 * Changes how often and in which language somebody gets the newsletter, by their key. What came out since the last email
 * stays news to them.
 *
 * @throws NotFound `no-such-subscription`
 */
export const changeSubscription = (app: App, token: string, to: { rhythm: Rhythm; locale: string }) =>
  change(app, token, async (tx, { id, rhythm }) => {
    await changeLocale(tx, id, to.locale)
    const toldPeriod = periodOf(to.rhythm, app.now())
    await tx
      .updateTable('subscription')
      .set({ rhythm: to.rhythm, changedAt: app.now(), ...(to.rhythm === rhythm ? {} : { toldPeriod }) })
      .where('subscriberId', '=', id)
      .execute()
  })

/** Sends nothing until it is resumed. A second time changes nothing. @throws NotFound `no-such-subscription` */
export const pauseSubscription = (app: App, token: string) =>
  change(app, token, async (tx, { id }) => {
    await tx
      .updateTable('subscription')
      .set({ pausedAt: app.now() })
      .where('subscriberId', '=', id)
      .where('pausedAt', 'is', null)
      .execute()
  })

/** Sends again: what comes out from now on, and nothing of what came out meanwhile. @throws NotFound `no-such-subscription` */
export const resumeSubscription = (app: App, token: string) =>
  change(app, token, async (tx, { id, rhythm, pausedAt }) => {
    if (pausedAt !== null) await begin(app, tx, id, rhythm)
  })

async function change(
  app: App,
  token: string,
  act: (tx: Tx, own: Subscription) => Promise<void>,
): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    const { newsletter } = await subscriptionsByToken(tx, app, token)
    if (!newsletter) throw new NotFound('no-such-subscription')
    await act(tx, newsletter)
  })
}

/** Leaves one of the lists that the holder of a key is on. @throws NotFound `no-such-subscription` */
export async function leaveOne(app: App, token: string, list: string): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    const { newsletter, others } = await subscriptionsByToken(tx, app, token)
    const all = newsletter ? [{ id: newsletter.id, list: newsletterList as string }, ...others] : others
    const found = all.find((one) => one.list === list)
    if (found) await leaveList(app, tx, { readerId: found.id, list })
  })
}
