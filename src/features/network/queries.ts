import { createHmac } from 'node:crypto'
import type { Db, Tx } from '../../db/index.ts'
import type { App } from '../../platform/app.ts'
import { areEqual } from '../../platform/equal.ts'
import { beginPath } from './paths.ts'

/**
 * The address at which someone becomes the first director; null once anyone was. It is made of the secret of the
 * installation and kept nowhere: every process knows it, also after a restart half-way.
 *
 * @source docs/decisions/0035-the-first-director.md
 */
export async function beginAddress(app: App): Promise<string | null> {
  return (await hasBegun(app.db)) ? null : app.origin + beginPath(secretOf(app))
}

/** Whether anyone ever directed it: what opened it then opens nothing any more, also when they have left. */
export async function hasBegun(db: Db | Tx): Promise<boolean> {
  const { director, begun } = await db
    .selectNoFrom((eb) => [
      eb.exists(eb.selectFrom('roleGrant').select('id').where('role', '=', 'director')).as('director'),
      eb.exists(eb.selectFrom('network').select('onlyOne').where('begunAt', 'is not', null)).as('begun'),
    ])
    .executeTakeFirstOrThrow()
  return Boolean(director) || Boolean(begun)
}

export const isBeginSecret = (app: App, given: string): boolean => areEqual(given, secretOf(app))

const secretOf = ({ config }: App) =>
  createHmac('sha256', config.secret).update('first director').digest('base64url')

/** Which of the steps after that are done: an email was tried, a round is there. */
export async function stepsDone(db: Db): Promise<{ tested: boolean; opened: boolean }> {
  const { tested, opened } = await db
    .selectNoFrom((eb) => [
      eb.exists(eb.selectFrom('journal').select('id').where('act', '=', 'network.tested')).as('tested'),
      eb.exists(eb.selectFrom('round').select('id')).as('opened'),
    ])
    .executeTakeFirstOrThrow()
  return { tested: Boolean(tested), opened: Boolean(opened) }
}
