import { createHmac } from 'node:crypto'
import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { emailKey } from '../../../platform/email-key.ts'
import { sendOnce } from '../../../platform/mail/index.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { NotFound, TooMany } from '../../../platform/refusals.ts'
import { hashOf, newSecret } from '../../../platform/secret.ts'
import { confirmEmail } from '../emails.ts'
import { askedLimit } from '../limits.ts'
import { askedAgainMinutes, callsList, currentConsent, type List } from '../subscriber.ts'

/** Who asks to be told: the address they typed, in which language, from where; and their own, if they are signed in. */
export type Wish = Address & { network: string; own: string | null }

type Address = { email: string; locale: string }

/**
 * Puts an address on the list of those who are told of the next call: at once where it is that of someone who is signed
 * in, else once the one who reads its mail has said yes. Says nothing of whether it was known.
 *
 * @returns whether it is on the list by this
 * @throws TooMany `too-many` when one network asks for too many
 */
export async function askToBeTold(app: App, wish: Wish): Promise<boolean> {
  const isOwn = wish.own !== null && emailKey(wish.own) === emailKey(wish.email)
  return app.db.transaction().execute(async (tx) => {
    await refuseFlood(app, tx, wish.network)
    const known = await addressOn(app, tx, callsList, wish)
    if (isOwn) await join(app, tx, known.id)
    else await ask(app, tx, known, wish)
    return isOwn
  })
}

/** @throws TooMany `too-many` when one network has left more addresses than people could */
export async function refuseFlood(app: App, tx: Tx, network: string): Promise<void> {
  const { count } = await tx
    .selectFrom('subscriber')
    .where('networkHash', '=', networkHash(app, network))
    .where('askedAt', '>', minutesAgo(app.now(), askedLimit.minutes))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  if (count >= askedLimit.count) throw new TooMany('too-many', askedLimit.minutes * 60)
}

const networkHash = (app: App, network: string) =>
  createHmac('sha256', app.config.secret).update(`next call network ${network}`).digest()

const minutesAgo = (now: Date, minutes: number) => new Date(now.getTime() - minutes * 60_000)

/** The row of an address on a list, locked until the transaction ends; a new one if need be. */
async function addressOn(app: App, tx: Tx, list: List, { email, locale, network }: Omit<Wish, 'own'>) {
  const row = await tx
    .insertInto('subscriber')
    .values({
      ...{ list, email, emailKey: emailKey(email), locale },
      ...{ askedAt: app.now(), networkHash: networkHash(app, network) },
    })
    // Changes nothing, and locks it.
    .onConflict((conflict) =>
      conflict.columns(['list', 'emailKey']).doUpdateSet((eb) => ({ askedAt: eb.ref('subscriber.askedAt') })),
    )
    .returning(['id', 'askedAt', 'confirmHash', 'confirmedAt', 'leftAt'])
    .executeTakeFirstOrThrow()
  return {
    id: row.id,
    isOn: row.confirmedAt !== null && row.leftAt === null,
    mayAsk: row.confirmHash === null || row.askedAt <= minutesAgo(app.now(), askedAgainMinutes),
  }
}

async function ask(app: App, tx: Tx, known: Known, wish: Address): Promise<void> {
  const secret = await newQuestion(app, tx, known, wish)
  if (secret === null) return
  const question = confirmEmail(wish, { network: await networkIn(app, tx), secret })
  await sendOnce(app, tx, `next-call-question:${known.id}:${app.now().getTime()}`, question)
}

/** @returns what the emailed link holds; null where the address is on the list, or was asked a moment ago */
async function newQuestion(app: App, tx: Tx, { id, isOn, mayAsk }: Known, { email, locale }: Address) {
  if (isOn || !mayAsk) return null
  const secret = newSecret()
  await tx
    .updateTable('subscriber')
    .set({ email, locale, askedAt: app.now(), confirmHash: hashOf(secret) })
    .where('id', '=', id)
    .execute()
  return secret
}

type Known = Awaited<ReturnType<typeof addressOn>>

/**
 * Asks the reader of an address, in an email of the caller's, whether it may be on a list of theirs.
 *
 * @param asker whom the question goes out for, for counting
 * @returns the id, whether it is on the list, and what the link of the email holds; nothing to ask where the address is on
 *   the list, or was asked a moment ago
 */
export async function questionFor(
  app: App,
  tx: Tx,
  list: List,
  { asker, ...address }: Address & { asker: string },
): Promise<{ id: string; isOn: boolean; secret: string | null }> {
  const known = await addressOn(app, tx, list, { ...address, network: asker })
  const secret = await newQuestion(app, tx, known, address)
  return { id: known.id, isOn: known.isOn, secret }
}

/**
 * Puts the own address of somebody who is signed in on a list, where it is known to be theirs.
 *
 * @param network they are in, as for `questionFor`
 * @returns the id, and whether it was on the list before
 */
export async function joinOwn(
  app: App,
  tx: Tx,
  list: List,
  { network, ...address }: Address & { network: string },
): Promise<{ id: string; wasOn: boolean }> {
  const { id, isOn } = await addressOn(app, tx, list, { ...address, network })
  await join(app, tx, id)
  return { id, wasOn: isOn }
}

/** In another language from now on. */
export async function changeLocale(tx: Tx, id: string, locale: string): Promise<void> {
  await tx.updateTable('subscriber').set({ locale }).where('id', '=', id).execute()
}

const join = (app: App, tx: Tx, id: string) =>
  tx
    .updateTable('subscriber')
    .set({ confirmedAt: app.now(), consentVersion: currentConsent, leftAt: null })
    .where('id', '=', id)
    .where((eb) => eb.or([eb('confirmedAt', 'is', null), eb('leftAt', 'is not', null)]))
    .execute()

/**
 * Says yes for an address, by the link that was emailed to it. A second time changes nothing.
 *
 * @returns the id of the subscriber
 * @throws NotFound `no-such-question` when the link is not ours, a newer one was sent, or the address was forgotten
 */
export async function confirmByLink(app: App, secret: string, list: List = callsList): Promise<string> {
  return app.db.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom('subscriber')
      .select('id')
      .where('confirmHash', '=', hashOf(secret))
      .where('list', '=', list)
      .forUpdate()
      .executeTakeFirst()
    if (!row) throw new NotFound('no-such-question')
    await join(app, tx, row.id)
    return row.id
  })
}
