import { redirectWith } from '../../../platform/flash.ts'
import { readButton } from '../../../platform/forms.ts'
import { takeAddressBack } from '../actions/take-back.ts'
import { TakeBackPage } from '../pages/take-back.tsx'
import { signInPath } from '../paths.ts'
import { openChange } from '../queries/address-changes.ts'
import { router } from '../router.ts'
import { words } from '../words.ts'
import { keepSecret } from './sign-in.tsx'

/** Where the address before takes a change back. The link is all it needs: whoever lost an account cannot sign in. */
export const takeBackRoutes = router()

takeBackRoutes.get('/take-back/:secret', async (c) => {
  keepSecret(c)
  const { app, frame } = c.var
  const secret = c.req.param('secret')
  const change = await openChange(app.db, secret, app.now())
  return c.html(<TakeBackPage {...{ frame, secret, change }} />)
})

takeBackRoutes.post('/take-back/:secret', async (c) => {
  keepSecret(c)
  const { app, frame } = c.var
  await readButton(c)
  const email = await takeAddressBack(app, c.req.param('secret'))
  return redirectWith(c, signInPath, words(frame.locale)('take-back.done', { email }))
})
