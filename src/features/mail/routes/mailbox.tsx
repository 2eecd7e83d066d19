import { fromOf, mimeOf, unsubscribeLink } from '../../../platform/mail/index.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { pageAsked } from '../../../platform/paging.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { router } from '../../people/index.ts'
import { MailboxMailPage, MailboxPage } from '../pages/mailbox.tsx'
import { mailbox, mailboxMail } from '../queries/mailbox.ts'

/** The demonstration's mailbox. On a site that sends real mail there is no such address. */
export const mailboxRoutes = router()

mailboxRoutes.use('/dev/mail/*', async (c, next) => {
  if (c.var.app.config.mail.transport !== 'page') throw new NotFound('not-found')
  c.header('Referrer-Policy', 'no-referrer')
  await next()
})

mailboxRoutes.get('/dev/mail', async (c) => {
  const { app, frame } = c.var
  const wish = { page: pageAsked(c.req.query('page')), to: (c.req.query('to') ?? '').trim() }
  return c.html(<MailboxPage frame={frame} box={await mailbox(app.db, wish)} {...wish} />)
})

mailboxRoutes.get('/dev/mail/:id', async (c) => {
  const { app, frame } = c.var
  const mail = await mailboxMail(app.db, c.req.param('id'))
  const readerId = mail.personId ?? mail.subscriberId
  const unsubscribe = mail.list && readerId ? unsubscribeLink(app, readerId, mail.list) : null
  const { name, address } = fromOf(app, await networkIn(app), mail.locale)
  const from = name ? `${name} <${address}>` : address
  return c.html(<MailboxMailPage frame={frame} mail={mail} from={from} unsubscribe={unsubscribe} />)
})

/** Mails bring their own inline styles and nothing that runs: a page of its own, with a policy of its own. */
const letterPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  'sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox',
].join('; ')

mailboxRoutes.get('/dev/mail/:id/html', async (c) => {
  const mail = await mailboxMail(c.var.app.db, c.req.param('id'))
  c.header('Content-Security-Policy', letterPolicy)
  return c.html(mail.html)
})

mailboxRoutes.get('/dev/mail/:id/source', async (c) => {
  const { app } = c.var
  const mail = await mailboxMail(app.db, c.req.param('id'))
  return c.text((await mimeOf(app, await networkIn(app), mail)).toString('utf8'))
})
