import { type Ask, askOutside } from '../../../platform/post-outside.ts'
import { shortText } from '../../../platform/short-text.ts'
import { router } from '../../people/index.ts'
import { type Reception, receive } from '../actions/receiving.ts'
import { gateLimits } from '../gate.ts'
import { inboxPath, sharedInboxPath } from '../paths.ts'
import { refuseWhileOff } from './answer.ts'

/**
 * Where other servers leave messages. They carry a proof of their own, and get no more than a number back.
 *
 * @param ask how documents of others are fetched
 */
export function inboxRoutes(ask: Ask = askOutside) {
  const routes = router()
  for (const path of [sharedInboxPath, inboxPath(':handle')])
    routes.post(path, async (c) => {
      const { app } = c.var
      await refuseWhileOff(c)
      const body = await shortText(c.req.raw, gateLimits.bytes)
      const { headers } = c.req.raw
      const reception = await receive(app, ask, { url: app.origin + c.req.path, headers, body })
      app.log.info({ ...reception }, 'fediverse_message')
      return c.body(null, statusOf(reception))
    })
  return routes
}

const statuses = { blocked: 403, 'not-json': 400, 'too-deep': 400, 'too-much': 400, 'no-actor': 400 } as const

function statusOf(reception: Reception): 202 | 400 | 401 | 403 {
  if ('taken' in reception) return 202
  const { refused } = reception
  return refused in statuses ? statuses[refused as keyof typeof statuses] : 401
}
