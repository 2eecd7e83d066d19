import { randomBytes, randomUUID } from 'node:crypto'
import type { Tx } from '../../db/index.ts'
import type { App } from '../../platform/app.ts'
import { note } from '../../platform/journal.ts'
import { sendOnce } from '../../platform/mail/index.ts'
import {
  isReadable,
  nearestReadable,
  networkIn,
  type Settings,
  settingsIn,
} from '../../platform/network/index.ts'
import { allow, Gone, NotFound, Unacceptable } from '../../platform/refusals.ts'
import { locales } from '../../platform/words.ts'
import { type Actor, appointFirst, isSignedIn, type NewPerson } from '../people/index.ts'
import { testEmail } from './emails.ts'
import type { SignPicture } from './image.ts'
import { type Change, changed, differences } from './network.ts'
import { mayChangeNetwork } from './policy.ts'
import { hasBegun, isBeginSecret } from './queries.ts'

/**
 * Changes what the network says of itself. Every page, feed and email says so from the next one on; emails that are
 * queued already stay as they were written.
 *
 * @param picture a sign of its own, which takes the place of ours
 * @throws Forbidden unless a director asks
 * @throws Unacceptable `accent-unreadable` for a colour in which links could not be read; `search-kept-out` where search engines
 *   would be told of pages that they are asked to leave out
 */
export async function changeNetwork(
  app: App,
  actor: Actor,
  change: Change,
  picture?: SignPicture,
): Promise<void> {
  allow(mayChangeNetwork(actor))
  if (change.accent && !isReadable(change.accent))
    throw new Unacceptable('accent-unreadable', { nearest: nearestReadable(change.accent) })
  await app.db.transaction().execute(async (tx) => {
    await lockNetwork(tx)
    const before = await settingsIn(tx)
    const pictureId = picture && (await keepPicture(app, tx, picture))
    const after = changed(before, pictureId ? { ...change, pictureId } : change)
    if (after.indexNowKey !== null && !after.crawlers.includes('search'))
      throw new Unacceptable('search-kept-out')
    const differing = differences(before, after)
    if (differing.length === 0) return
    await keep(tx, after)
    await note(tx, app.now(), actor.id, 'network.changed', null, { changed: differing })
  })
}

/** The key of IndexNow once it is on or off: the same for as long as it is on. */
export const keyFor = (isOn: boolean, { indexNowKey }: Pick<Settings, 'indexNowKey'>): string | null =>
  isOn ? (indexNowKey ?? randomBytes(16).toString('hex')) : null

/** The one row, made when there is none, and locked: changes are made one after the other. */
async function lockNetwork(tx: Tx): Promise<void> {
  await tx
    .insertInto('network')
    .defaultValues()
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await tx.selectFrom('network').select('onlyOne').forUpdate().execute()
}

async function keepPicture(app: App, tx: Tx, picture: SignPicture): Promise<string> {
  const { id } = await tx
    .insertInto('networkPicture')
    .values({ ...picture, addedAt: app.now() })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function keep(tx: Tx, { texts, links, locales: offered, crawlers, ...row }: Settings): Promise<void> {
  await tx
    .updateTable('network')
    .set({ ...row, locales: [...offered], crawlers: [...crawlers] })
    .execute()
  const said = locales.map((locale) => ({ locale, ...texts[locale] }))
  await tx.deleteFrom('networkText').execute()
  await tx.insertInto('networkText').values(said).execute()
  await tx.deleteFrom('networkLink').execute()
  if (links.length === 0) return
  await tx
    .insertInto('networkLink')
    .values(links.map((link, index) => ({ ...link, position: index + 1 })))
    .execute()
}

/**
 * Makes someone the director of a network that never had one. Of two at once one is first.
 *
 * @returns the id of the person
 * @throws NotFound `not-found` for a secret that is not ours
 * @throws Gone `network-begun`
 */
export async function beginNetwork(app: App, secret: string, wish: NewPerson): Promise<string> {
  if (!isBeginSecret(app, secret)) throw new NotFound('not-found')
  return app.db.transaction().execute(async (tx) => {
    await lockNetwork(tx)
    if (await hasBegun(tx)) throw new Gone('network-begun')
    const begunBy = await appointFirst(app, tx, wish)
    await tx.updateTable('network').set({ begunAt: app.now(), begunBy }).execute()
    await note(tx, app.now(), begunBy, 'network.begun', null)
    return begunBy
  })
}

/**
 * Sends an email to the one who asks, so that they see how those of the network arrive.
 *
 * @throws Forbidden unless a director asks, who has an address
 */
export async function sendTestEmail(app: App, actor: Actor): Promise<void> {
  allow(mayChangeNetwork(actor) && isSignedIn(actor))
  await app.db.transaction().execute(async (tx) => {
    const email = testEmail(actor, await networkIn(app, tx))
    await sendOnce(app, tx, `network-test:${randomUUID()}`, email)
    await note(tx, app.now(), actor.id, 'network.tested', null)
  })
}
