import { createPublicKey, generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'
import type { Db, Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { seal, unseal } from '../../../platform/sealed.ts'
import type { OwnKey } from '../signing.ts'
import { keyAddressOf } from '../speaking/channel.ts'

const purpose = 'fediverse key'

export type KeyPair = { publicKey: Buffer; privateKey: Buffer }

/** As all servers can read it: RSA of 2048 bits. It takes a while, so that it is made before a transaction begins. */
export async function newKeyPair(): Promise<KeyPair> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }),
  }
}

/** Keeps the private half of a channel's key, sealed. */
export async function keepSecret(app: App, tx: Tx, channelId: string, privateKey: Buffer): Promise<void> {
  const sealed = seal(app, purpose, privateKey)
  await tx
    .insertInto('fediverseSecret')
    .values({ channelId, sealed })
    .onConflict((conflict) => conflict.column('channelId').doUpdateSet({ sealed }))
    .execute()
}

/** The key with which a channel signs; null where its private half is gone, as after a restore, until a new one is made. */
export async function keyOf(
  app: App,
  db: Db | Tx,
  channel: { id: string; handle: string },
): Promise<OwnKey | null> {
  const row = await db
    .selectFrom('fediverseSecret')
    .where('channelId', '=', channel.id)
    .select('sealed')
    .executeTakeFirst()
  const privateKey = row ? unseal(app, purpose, row.sealed) : null
  return privateKey && { address: keyAddressOf(app.origin, channel), privateKey }
}

/** Gives a new key to each channel that has lost its own. Other servers learn of it when an old one no longer holds. */
export async function renewKeys(app: App): Promise<void> {
  const channels = await app.db
    .selectFrom('fediverseChannel')
    .leftJoin('fediverseSecret', 'fediverseSecret.channelId', 'fediverseChannel.id')
    .select(['id', 'handle', 'sealed'])
    .execute()
  for (const { id, sealed } of channels) {
    if (sealed && unseal(app, purpose, sealed)) continue
    const { publicKey, privateKey } = await newKeyPair()
    await app.db.transaction().execute(async (tx) => {
      await tx.updateTable('fediverseChannel').set({ publicKey }).where('id', '=', id).execute()
      await keepSecret(app, tx, id, privateKey)
      await note(tx, app.now(), null, 'fediverse.key-made', id)
    })
  }
}

/** A public key as SPKI, from PEM of either kind. @returns null for what is none, or is weaker than servers use */
export function spkiOf(pem: string): Buffer | null {
  try {
    const key = createPublicKey(pem)
    const isStrong = key.asymmetricKeyType === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= 2048
    const isUsual = (key.asymmetricKeyDetails?.modulusLength ?? 0) <= 8192
    return isStrong && isUsual ? key.export({ type: 'spki', format: 'der' }) : null
  } catch {
    // What is no key says so by not being read.
    return null
  }
}
