import { createHmac } from 'node:crypto'
import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { emailKey } from '../../../platform/email-key.ts'
import { note } from '../../../platform/journal.ts'
import { refuseWhilePaused } from '../../../platform/network/index.ts'
import { allow, TooMany } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { addressLimit, networkLimit } from '../limits.ts'
import { mayHandleReprints } from '../policy.ts'
import { signingOf } from '../queries/authors.ts'
import { postToReprint } from '../queries/below.ts'
import { askThem } from './telling.ts'

/** Who wants to reprint which post, where, and in which language. */
export type Wish = {
  /** Of its address. */
  post: string
  publication: string
  /** ISO code. */
  language: string
  name: string
  /** Empty where an editor knows none. */
  email: string
  message: string
}

/**
 * Takes the question of a reader for leave to reprint a post. It waits for an editor; asked twice, it is there once.
 *
 * @throws NotFound `no-such-post`
 * @throws Conflict `network-paused`
 * @throws TooMany `too-many`
 */
export async function askForLeave(
  app: App,
  wish: Wish,
  { network, locale }: { network: string; locale: string },
): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    await refuseWhilePaused(tx)
    const { id } = await postToReprint(tx, app.now(), wish.post)
    if (await isAsked(tx, id, wish)) return
    const from = networkHash(app, network)
    await refuseFlood(app, tx, emailKey(wish.email), from)
    await add(app, tx, id, { wish, locale, networkHash: from, askedBy: null })
  })
}

/**
 * Enters who wants to reprint a post, and asks its authors.
 *
 * @returns its id
 * @throws Forbidden unless an editor asks
 * @throws NotFound `no-such-post`
 */
export async function enterReprint(app: App, actor: Actor, wish: Wish): Promise<string> {
  allow(mayHandleReprints(actor))
  return app.db.transaction().execute(async (tx) => {
    const post = await postToReprint(tx, app.now(), wish.post)
    const id = await add(app, tx, post.id, {
      ...{ wish, locale: actor.locale, networkHash: null, askedBy: actor.id },
    })
    await note(tx, app.now(), actor.id, 'reprint.entered', id)
    await askThem(app, tx, actor, id)
    return id
  })
}

/** The same wish by the same address for the same place, that is not settled. */
const isAsked = async (tx: Tx, postId: string, { email, publication }: Wish): Promise<boolean> =>
  (await tx
    .selectFrom('reprint')
    .select('id')
    .where('postId', '=', postId)
    .where('emailKey', '=', emailKey(email))
    .where('publication', '=', publication)
    .where('refusedAt', 'is', null)
    .where('declinedAt', 'is', null)
    .executeTakeFirst()) !== undefined

/** @throws TooMany `too-many` when one network, or one address, has asked more than people would */
async function refuseFlood(app: App, tx: Tx, key: string, network: Buffer): Promise<void> {
  for (const { column, value, limit } of [
    { column: 'networkHash', value: network, limit: networkLimit },
    { column: 'emailKey', value: key, limit: addressLimit },
  ] as const) {
    const { count } = await tx
      .selectFrom('reprint')
      .where(column, '=', value as string)
      .where('askedAt', '>', new Date(app.now().getTime() - limit.minutes * 60_000))
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    if (Number(count) >= limit.count) throw new TooMany('too-many', limit.minutes * 60)
  }
}

type Adding = { wish: Wish; locale: string; networkHash: Buffer | null; askedBy: string | null }

async function add(app: App, tx: Tx, postId: string, adding: Adding): Promise<string> {
  const { wish, ...coming } = adding
  const { post: _post, email, ...said } = wish
  const { id } = await tx
    .insertInto('reprint')
    .values({
      ...{ ...said, ...coming, postId, askedAt: app.now() },
      ...(email === '' ? {} : { email, emailKey: emailKey(email) }),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const authors = await signingOf(tx, postId)
  const { locale } = await tx
    .selectFrom('post')
    .select('locale')
    .where('id', '=', postId)
    .executeTakeFirstOrThrow()
  if (authors.length > 0)
    await tx
      .insertInto('reprintAnswer')
      .values(
        authors.map((author, index) => ({
          ...{ reprintId: id, place: index + 1, name: author.name, personId: author.personId },
          ...{ email: author.email, emailKey: author.email && emailKey(author.email) },
          locale: author.locale ?? locale,
        })),
      )
      .execute()
  return id
}

/** What is kept of the network that something came from: enough to count, too little to find it. */
const networkHash = (app: Pick<App, 'config'>, network: string): Buffer =>
  createHmac('sha256', app.config.secret).update(`reprint network ${network}`).digest()
