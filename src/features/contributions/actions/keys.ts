import { createHmac } from 'node:crypto'
import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { hashOf, newSecret } from '../../../platform/secret.ts'
import { readOpeningToken } from '../policy.ts'
import { contributionById } from '../queries/contributions.ts'

/** A new key to a contribution, for an email or a page; those before it go on opening it. @returns the secret, which is kept nowhere */
export async function newKey(app: App, tx: Tx, contributionId: string): Promise<string> {
  const secret = newSecret()
  await tx
    .insertInto('contributionKey')
    .values({ hash: hashOf(secret), contributionId, madeAt: app.now() })
    .execute()
  return secret
}

/**
 * Opens a contribution to who got to it by their address.
 *
 * @returns a new key
 * @throws NotFound `no-such-contribution` for a token that is not ours, and once it is forgotten
 */
export async function openByToken(app: App, token: string): Promise<string> {
  const id = readOpeningToken(app, token)
  if (id === null) throw new NotFound('no-such-contribution')
  return app.db.transaction().execute(async (tx) => {
    await contributionById(tx, id)
    return newKey(app, tx, id)
  })
}

/** What is kept of the network that something came from: enough to count, too little to find it. */
export const networkHash = (app: Pick<App, 'config'>, network: string): Buffer =>
  createHmac('sha256', app.config.secret).update(`contribution network ${network}`).digest()
