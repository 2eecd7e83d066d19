import { sql } from 'kysely'
import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { type Ask, askOutside } from '../../../platform/post-outside.ts'
import { allow, Conflict } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { type Channel, languageHandle } from '../channel.ts'
import { mayRunChannels } from '../policy.ts'
import { allChannels, blogChannel, channelByHandle, onSince } from '../queries/channels.ts'
import { addressOf } from '../speaking/channel.ts'
import { movingJson } from '../speaking/notes.ts'
import { fetchAccount } from './fetching.ts'
import { type KeyPair, keepSecret, newKeyPair } from './keys.ts'
import { sayToFollowers } from './sending.ts'

/**
 * Lets the blog be followed from now on. Its handle is chosen once: followers know it by that.
 *
 * @throws Forbidden unless a director asks
 * @throws Conflict `handle-taken` where something else has that handle
 */
export async function turnOn(app: App, actor: Actor, handle: string): Promise<void> {
  allow(mayRunChannels(actor))
  const pair = await newKeyPair()
  await app.db.transaction().execute(async (tx) => {
    await lockSetting(tx)
    if ((await onSince(tx)) !== null) return
    const isThere = (await blogChannel(tx)) ?? (await keepChannel(app, tx, { handle, kind: 'blog' }, pair))
    if (!isThere) throw new Conflict('handle-taken')
    await set(app, tx, actor, app.now())
    await note(tx, app.now(), actor.id, 'fediverse.on', null)
  })
  await addLanguages(app)
}

/** Sends nothing any more, and answers nobody; followers are kept, for when it is turned on again. @throws Forbidden unless a director asks */
export async function turnOff(app: App, actor: Actor): Promise<void> {
  allow(mayRunChannels(actor))
  await app.db.transaction().execute(async (tx) => {
    await lockSetting(tx)
    if ((await onSince(tx)) === null) return
    await set(app, tx, actor, null)
    await note(tx, app.now(), actor.id, 'fediverse.off', null)
  })
}

/** Two at once are one after the other, also before there is a row. */
const lockSetting = (tx: Tx) => sql`lock table fediverse_setting in share row exclusive mode`.execute(tx)

const set = (app: App, tx: Tx, actor: Actor, at: Date | null) => {
  const setting = { onSince: at, changedAt: app.now(), changedBy: actor.id }
  return tx
    .insertInto('fediverseSetting')
    .values(setting)
    .onConflict((conflict) => conflict.column('theOne').doUpdateSet(setting))
    .execute()
}

type NewChannel = {
  handle: string
  kind: Channel['kind']
  language?: string
  tag?: string
  roundId?: string
  fortnight?: number
}

/** @returns its id; null where there is a channel of that name, or of the same posts */
async function keepChannel(app: App, tx: Tx, channel: NewChannel, pair: KeyPair): Promise<string | null> {
  const row = await tx
    .insertInto('fediverseChannel')
    .values({ ...channel, publicKey: pair.publicKey, madeAt: app.now() })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) return null
  await keepSecret(app, tx, row.id, pair.privateKey)
  return row.id
}

/** Each language that the network offers has a channel, once it offers more than one. */
export async function addLanguages(app: App): Promise<void> {
  const { locales } = await networkIn(app)
  const channels = await allChannels(app.db)
  const blog = channels.find(({ kind }) => kind === 'blog')
  if (!blog || locales.length < 2) return
  for (const language of locales) {
    const handle = languageHandle(blog.handle, language)
    if (channels.some((one) => one.language === language || one.handle === handle)) continue
    const pair = await newKeyPair()
    // Whoever adds it at the same moment adds the same.
    await app.db
      .transaction()
      .execute((tx) => keepChannel(app, tx, { handle, kind: 'language', language }, pair))
  }
}

/** What else can be followed: the posts with one tag, or of one topic of a round. */
export type ChannelWish =
  | { kind: 'tag'; handle: string; tag: string }
  | { kind: 'topic'; handle: string; roundId: string; fortnight: number }

/**
 * @throws Forbidden unless a director asks
 * @throws Conflict `handle-taken`
 */
export async function addChannel(app: App, actor: Actor, wish: ChannelWish): Promise<void> {
  allow(mayRunChannels(actor))
  const pair = await newKeyPair()
  await app.db.transaction().execute(async (tx) => {
    const id = await keepChannel(app, tx, wish, pair)
    if (!id) throw new Conflict('handle-taken')
    await note(tx, app.now(), actor.id, 'fediverse.channel-added', id, { handle: wish.handle })
  })
}

/**
 * Says which accounts elsewhere are the network's as well, so that their followers can be moved here.
 *
 * @param addresses as their servers know them
 * @throws Forbidden unless a director asks
 * @throws NotFound `no-such-channel`
 */
export async function setKnownAs(
  app: App,
  actor: Actor,
  handle: string,
  addresses: readonly string[],
): Promise<void> {
  allow(mayRunChannels(actor))
  await app.db.transaction().execute(async (tx) => {
    const { id } = await channelByHandle(tx, handle)
    await tx
      .updateTable('fediverseChannel')
      .set({ alsoKnownAs: [...addresses] })
      .where('id', '=', id)
      .execute()
    await note(tx, app.now(), actor.id, 'fediverse.known-as', id, { handle })
  })
}

/**
 * Asks all who follow a channel to follow another account in its stead, which says that it is the network's as well. It cannot
 * be taken back.
 *
 * @throws Forbidden unless a director asks
 * @throws NotFound `no-such-channel`
 * @throws Conflict `not-known-there`; `moved-already`
 */
export async function moveAway(
  app: App,
  actor: Actor,
  { handle, to }: { handle: string; to: string },
  ask: Ask = askOutside,
): Promise<void> {
  allow(mayRunChannels(actor))
  const channel = await channelByHandle(app.db, handle)
  const target = await fetchAccount(app, ask, to)
  const here = addressOf(app.origin, channel).href
  if (!target?.alsoKnownAs.includes(here)) throw new Conflict('not-known-there')
  const json = await movingJson({ origin: app.origin, channel }, to)
  await app.db.transaction().execute(async (tx) => {
    const moved = await tx
      .updateTable('fediverseChannel')
      .set({ movedTo: to, movedAt: app.now() })
      .where('id', '=', channel.id)
      .where('movedTo', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!moved) throw new Conflict('moved-already')
    const once = `move:${channel.id}`
    await sayToFollowers(app, tx, { once, channelId: channel.id, json }, [channel.id])
    await note(tx, app.now(), actor.id, 'fediverse.moved', channel.id, { handle })
  })
}
