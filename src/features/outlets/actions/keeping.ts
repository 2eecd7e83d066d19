import { randomInt } from 'node:crypto'
import type { App } from '../../../platform/app.ts'
import { isUuid } from '../../../platform/ids.ts'
import { note } from '../../../platform/journal.ts'
import type { Ask } from '../../../platform/post-outside.ts'
import { allow, NotFound, Unacceptable } from '../../../platform/refusals.ts'
import type { Locale } from '../../../platform/words.ts'
import type { Actor } from '../../people/index.ts'
import { type Kind, keyOf } from '../outlet.ts'
import { mayKeepOutlets } from '../policy.ts'
import { outletById } from '../queries/outlets.ts'
import { words } from '../words.ts'
import { ServiceRefuses } from './service.ts'
import { type Key, openedKey, sealedKey, serviceOf } from './services.ts'

/** An account that a director adds. @param server `https://social.example` */
export type NewOutlet = { kind: Kind; server: string; key: Key; locales: readonly Locale[] }

/**
 * Adds an account elsewhere, which tells of each post that comes out from now on; or gives one that is known a new token, and
 * other languages. The service is asked first whether the token opens it.
 *
 * @throws Forbidden unless a director asks
 * @throws Unacceptable `outlet-token` where it opens nothing, `outlet-unreachable` where the service does not answer as such
 */
export async function addOutlet(app: App, actor: Actor, wish: NewOutlet, ask: Ask): Promise<void> {
  allow(mayKeepOutlets(actor))
  const { kind, server, key, locales } = wish
  const handle = await inWords(() => serviceOf(ask, wish, key).handle())
  await app.db.transaction().execute(async (tx) => {
    const now = app.now()
    const sealed = sealedKey(app, key)
    const { id } = await tx
      .insertInto('outlet')
      .values({ kind, server, handle, locales: [...locales], addedAt: now, addedBy: actor.id })
      .onConflict((known) => known.constraint('outlet_once').doUpdateSet({ locales: [...locales] }))
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('outletToken')
      .values({ outletId: id, sealed })
      .onConflict((known) => known.column('outletId').doUpdateSet({ sealed }))
      .execute()
    await note(tx, now, actor.id, 'outlet.added', id, { handle })
  })
}

/**
 * Forgets an account with its token. What it has said stands there.
 *
 * @throws Forbidden unless a director asks
 * @throws NotFound `no-such-outlet`
 */
export async function removeOutlet(app: App, actor: Actor, id: string): Promise<void> {
  allow(mayKeepOutlets(actor))
  if (!isUuid(id)) throw new NotFound('no-such-outlet')
  await app.db.transaction().execute(async (tx) => {
    const gone = await tx.deleteFrom('outlet').where('id', '=', id).returning('handle').executeTakeFirst()
    if (!gone) throw new NotFound('no-such-outlet')
    await note(tx, app.now(), actor.id, 'outlet.removed', null, { handle: gone.handle })
  })
}

/**
 * Says a sentence there and takes it away at once, so that a director sees that the token may do both.
 *
 * @throws as `addOutlet` does
 * @throws NotFound `no-such-outlet`
 */
export async function tryOutlet(app: App, actor: Actor, id: string, ask: Ask): Promise<void> {
  allow(mayKeepOutlets(actor))
  const outlet = await outletById(app.db, id)
  const at = app.now()
  await inWords(async () => {
    const service = serviceOf(ask, outlet, openedKey(app, outlet.token))
    const { remote } = await service.send({
      ...{ title: words(actor.locale)('trial.text'), url: app.origin, tags: [], locale: actor.locale },
      ...{ key: keyOf(at, randomInt(1024)), picture: null, at },
    })
    await service.remove(remote)
  })
  await app.db
    .transaction()
    .execute((tx) => note(tx, at, actor.id, 'outlet.tried', id, { handle: outlet.handle }))
}

/** What goes wrong at a service, as a director can mend it. */
async function inWords<Value>(ask: () => Promise<Value>): Promise<Value> {
  try {
    return await ask()
  } catch (error) {
    const isToken = error instanceof ServiceRefuses && error.problem === 'token'
    throw new Unacceptable(isToken ? 'outlet-token' : 'outlet-unreachable')
  }
}
