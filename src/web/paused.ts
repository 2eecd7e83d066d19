import type { MiddlewareHandler } from 'hono'
import { type Actor, type Contributions, type Env, mayEnterOffice } from '../features/people/index.ts'
import type { Network } from '../platform/network/index.ts'
import { Conflict } from '../platform/refusals.ts'
import { platformWords } from '../platform/say.ts'

/**
 * While the network is paused, closes the forms by which something new would come in; all that is there can be read, and
 * whoever is known can sign in, see what is kept of them, leave and have it erased.
 *
 * @source docs/decisions/0086-a-paused-network.md
 */
export const closePaused =
  (features: readonly Contributions[]): MiddlewareHandler<Env> =>
  async ({ req, var: { network } }, next) => {
    if (network.pausedAt && isClosed(features, req.path)) throw new Conflict('network-paused')
    await next()
  }

export const isClosed = (features: readonly Contributions[], path: string): boolean =>
  features.some(({ closedWhilePaused }) => closedWhilePaused?.test(path))

/** What every page says of it at its top. */
export function pausedNotice({ pausedAt }: Network, actor: Actor): string | undefined {
  if (pausedAt === null) return undefined
  return platformWords(actor.locale)(mayEnterOffice(actor) ? 'frame.paused.office' : 'frame.paused')
}
