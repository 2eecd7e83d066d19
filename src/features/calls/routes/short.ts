import { NotFound } from '../../../platform/refusals.ts'
import { router } from '../../people/index.ts'
import { nextCallPath, openCalls, roundPath } from '../../rounds/index.ts'
import { countVisit } from '../actions/short-addresses.ts'
import { withVia } from '../paths.ts'
import { isShortAddress } from '../queries/short-addresses.ts'
import { codeFrom } from '../short-address.ts'

export const shortRoutes = router()

/** Leads to the call of the day, and counts the visit; not one of a program that only looks ahead. */
shortRoutes.get('/go/:short', async (c) => {
  const { app } = c.var
  const code = codeFrom(c.req.param('short'))
  if (code === null || !(await isShortAddress(app.db, code))) throw new NotFound('no-such-short-address')
  const purpose = `${c.req.header('Sec-Purpose')} ${c.req.header('Purpose')}`
  if (c.req.method === 'GET' && !purpose.includes('prefetch')) await countVisit(app, code)
  const [call] = await openCalls(app.db, app.now())
  c.header('Cache-Control', 'no-store')
  return c.redirect(call ? withVia(roundPath(call.code), code) : nextCallPath, 302)
})
