import type { Context } from 'hono'
import { redirectWith } from '../../../platform/flash.ts'
import { readButton } from '../../../platform/forms.ts'
import { router, signInPath } from '../../people/index.ts'
import { takeErasureBack } from '../actions/asking.ts'
import { StayHerePage } from '../pages/own.tsx'
import { openErasure } from '../queries/erasures.ts'
import { words } from '../words.ts'

/** Where someone changes their mind. The link is all it needs: nobody can sign in by then. */
export const stayRoutes = router()

const keepSecret = (c: Context) => c.header('Referrer-Policy', 'no-referrer')

stayRoutes.get('/stay-with-us/:secret', async (c) => {
  keepSecret(c)
  const { app, frame } = c.var
  const secret = c.req.param('secret')
  const erasure = await openErasure(app.db, secret)
  return c.html(<StayHerePage {...{ frame, secret, erasure }} />)
})

stayRoutes.post('/stay-with-us/:secret', async (c) => {
  keepSecret(c)
  const { app, frame } = c.var
  await readButton(c)
  await takeErasureBack(app, c.req.param('secret'))
  return redirectWith(c, signInPath, words(frame.locale)('stay-here.done'))
})
