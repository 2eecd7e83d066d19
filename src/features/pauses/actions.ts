import type { Tx } from '../../db/index.ts'
import type { App } from '../../platform/app.ts'
import { note } from '../../platform/journal.ts'
import { recallMails, sendAllOnce } from '../../platform/mail/index.ts'
import { networkIn } from '../../platform/network/index.ts'
import { allow, Conflict } from '../../platform/refusals.ts'
import type { Actor } from '../people/index.ts'
import { holdScheduled, letScheduledGo } from '../posts/index.ts'
import { pausedEmail } from './emails.ts'
import { mayPauseNetwork } from './policy.ts'
import { emailsOf, keyOf, openPause, outlookOf, type Pause, recipientsAfter } from './queries.ts'

/**
 * Pauses the network: applications and all that comes from outside are closed from this moment on, everyone is told by one
 * email, what is scheduled waits, and what was kept for rounds to come goes after its days.
 *
 * @throws Forbidden unless a director asks
 * @throws Conflict `rounds-in-the-way` while one runs or waits for its introductions, `paused-already`
 * @source docs/decisions/0086-a-paused-network.md
 */
export async function pauseNetwork(app: App, actor: Actor): Promise<void> {
  allow(mayPauseNetwork(actor))
  await app.db.transaction().execute(async (tx) => {
    const now = app.now()
    const { inTheWay, closing } = await outlookOf(tx, actor, now)
    if (inTheWay.length > 0)
      throw new Conflict('rounds-in-the-way', { rounds: inTheWay.map(({ round }) => round.code).join(', ') })
    // Of two at once the second waits for the first here, and then finds it paused.
    const made = await tx
      .insertInto('networkPause')
      .values({ pausedAt: now, pausedBy: actor.id })
      .onConflict((open) => open.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) throw new Conflict('paused-already')
    await holdScheduled(app, tx)
    await note(tx, now, actor.id, 'network.paused', null, { closed: closing.map(({ code }) => code) })
  })
}

/**
 * Opens everything again; what is scheduled for a time still to come has it again. What has gone meanwhile stays gone; emails about the pause that have not left stay here.
 *
 * @throws Forbidden unless a director asks
 * @throws Conflict `not-paused`
 */
export async function wakeNetwork(app: App, actor: Actor): Promise<void> {
  allow(mayPauseNetwork(actor))
  await app.db.transaction().execute(async (tx) => {
    const now = app.now()
    const woken = await tx
      .updateTable('networkPause')
      .set({ wokenAt: now, wokenBy: actor.id })
      .where('wokenAt', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!woken) throw new Conflict('not-paused')
    await letScheduledGo(app, tx)
    await recallMails(tx, await emailsOf(tx, woken.id))
    await note(tx, now, actor.id, 'network.woken', null)
  })
}

/** Few enough that a worker that is killed loses little, and many enough that a thousand are quick. */
const atOnce = 200

/** Tells everyone of the pause there is, each once, however often it is cut off. */
export async function tellOfPause(app: App): Promise<void> {
  const pause = await openPause(app.db)
  if (!pause || pause.toldAt) return
  for (let after: string | null = ''; after !== null; ) {
    const from: string = after
    after = await app.db.transaction().execute((tx) => tellSome(app, tx, pause, from))
  }
  await app.db
    .updateTable('networkPause')
    .set({ toldAt: app.now() })
    .where('id', '=', pause.id)
    .where('wokenAt', 'is', null)
    .execute()
}

/** @returns the key of the last one who was told; null when there was nobody any more, or the network is awake again */
async function tellSome(app: App, tx: Tx, pause: Pause, after: string): Promise<string | null> {
  if ((await openPause(tx))?.id !== pause.id) return null
  const some = await recipientsAfter(tx, after, atOnce)
  const network = await networkIn(app, tx)
  const mails = some.map((to) => ({
    key: keyOf(pause.id, to.key),
    email: pausedEmail(to, pause, network),
  }))
  await sendAllOnce(app, tx, mails)
  return some.at(-1)?.key ?? null
}
