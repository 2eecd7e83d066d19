import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { didOf, newKeyPair, type Signer } from '../../../platform/credentials/index.ts'
import { daysBefore } from '../../../platform/days.ts'
import { note } from '../../../platform/journal.ts'
import { allow } from '../../../platform/refusals.ts'
import { seal, unseal } from '../../../platform/sealed.ts'
import type { Actor } from '../../people/index.ts'
import { keyDays } from '../certificate.ts'
import { mayChangeKeys } from '../policy.ts'

const purpose = 'signing key'

/** The name under which the network signs now: that of the host where it is. */
export const ownDid = (app: Pick<App, 'origin'>): string => didOf(new URL(app.origin).host)

/**
 * The key that signs for a name, with its private half. A new one is made where there is none, where the last one has
 * signed for a year, and where its private half is gone, as after a restore; the one before stays listed.
 */
export async function signerFor(app: App, tx: Tx, did: string): Promise<Signer & { keyId: string }> {
  // Two at once must not make two: the second waits, and finds what the first has made.
  await tx.selectFrom('signingKey').where('did', '=', did).select('id').forUpdate().execute()
  const current = await tx
    .selectFrom('signingKey')
    .leftJoin('signingSecret', 'signingSecret.signingKeyId', 'signingKey.id')
    .where('did', '=', did)
    .where('retiredAt', 'is', null)
    .select(['id', 'publicKey', 'madeAt', 'sealed'])
    .executeTakeFirst()
  const privateKey = current?.sealed ? unseal(app, purpose, current.sealed) : null
  const isOld = current !== undefined && current.madeAt < daysBefore(app.now(), keyDays)
  if (current && privateKey && !isOld)
    return { did, keyId: current.id, publicKey: current.publicKey, privateKey, at: app.now() }
  if (current) await retire(app, tx, current.id)
  return makeKey(app, tx, did)
}

async function makeKey(app: App, tx: Tx, did: string) {
  const { publicKey, privateKey } = newKeyPair()
  const { id: keyId } = await tx
    .insertInto('signingKey')
    .values({ did, publicKey, madeAt: app.now() })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('signingSecret')
    .values({ signingKeyId: keyId, sealed: seal(app, purpose, privateKey) })
    .execute()
  await note(tx, app.now(), null, 'signing-key.made', keyId)
  return { did, keyId, publicKey, privateKey, at: app.now() }
}

/** It signs nothing new, so its private half goes. */
async function retire(app: App, tx: Tx, id: string): Promise<void> {
  await tx.updateTable('signingKey').set({ retiredAt: app.now() }).where('id', '=', id).execute()
  await tx.deleteFrom('signingSecret').where('signingKeyId', '=', id).execute()
}

/**
 * Makes a new key and retires the one before: badges that it signed can still be checked. One that was stolen is listed
 * no longer, and all that it signed is signed again.
 *
 * @returns how many badges are to be signed again
 * @throws Forbidden unless a director asks
 */
export async function changeKey(
  app: App,
  actor: Actor,
  { isStolen }: { isStolen: boolean },
): Promise<number> {
  allow(mayChangeKeys(actor))
  return app.db.transaction().execute(async (tx) => {
    const did = ownDid(app)
    const { keyId } = await signerFor(app, tx, did)
    await retire(app, tx, keyId)
    if (isStolen)
      await tx.updateTable('signingKey').set({ stolenAt: app.now() }).where('id', '=', keyId).execute()
    const again = isStolen ? await unsign(tx, keyId) : 0
    await note(tx, app.now(), actor.id, isStolen ? 'signing-key.stolen' : 'signing-key.changed', keyId, {
      again,
    })
    await makeKey(app, tx, did)
    return again
  })
}

async function unsign(tx: Tx, keyId: string): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('certificate')
    .set({ credential: null, signingKeyId: null })
    .where('signingKeyId', '=', keyId)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
