import { hasLeft } from '../../../platform/mail/index.ts'
import { router } from '../../people/index.ts'
import { leave, leavingOf, rejoin } from '../actions.ts'
import { LeftPage, RejoinedPage, UnsubscribePage } from '../pages/unsubscribe.tsx'

/**
 * Leaving a mailing list. A link scanner that follows every link of a mail changes nothing; a POST does, also one
 * that a mail program sends by itself, without cookies and from elsewhere (RFC 8058). It is answered directly,
 * because a redirect would be lost on such a program.
 */
export const unsubscribeRoutes = router()

unsubscribeRoutes.use('/unsubscribe/*', async (c, next) => {
  c.header('Referrer-Policy', 'no-referrer')
  await next()
})

unsubscribeRoutes.get('/unsubscribe/:token', async (c) => {
  const { app, frame } = c.var
  const token = c.req.param('token')
  const leaving = leavingOf(app, token)
  const Shown = (await hasLeft(app.db, leaving)) ? LeftPage : UnsubscribePage
  return c.html(<Shown frame={frame} token={token} list={leaving.list} />)
})

unsubscribeRoutes.post('/unsubscribe/:token', async (c) => {
  const token = c.req.param('token')
  const list = await leave(c.var.app, token)
  return c.html(<LeftPage frame={c.var.frame} token={token} list={list} />)
})

unsubscribeRoutes.post('/unsubscribe/:token/rejoin', async (c) => {
  const token = c.req.param('token')
  const list = await rejoin(c.var.app, token)
  return c.html(<RejoinedPage frame={c.var.frame} token={token} list={list} />)
})
