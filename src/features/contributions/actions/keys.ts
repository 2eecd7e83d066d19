import { createHmac } from 'node:crypto'
import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { hashOf, newSecret } from '../../../platform/secret.ts'

/** A new key to a contribution, for an email or a page; those before it go on opening it. @returns the secret, which is kept nowhere */
export async function newKey(app: App, tx: Tx, contributionId: string): Promise<string> {
  const secret = newSecret()
  await tx
    .insertInto('contributionKey')
    .values({ hash: hashOf(secret), contributionId, madeAt: app.now() })
    .execute()
  return secret
}

/** What is kept of the network that something came from: enough to count, too little to find it. */
export const networkHash = (app: Pick<App, 'config'>, network: string): Buffer =>
  createHmac('sha256', app.config.secret).update(`contribution network ${network}`).digest()
