import type { Context } from 'hono'
import { type FormState, freshForm, readForm, returnedForm, statusOf } from '../../../platform/forms.ts'
import { networkOf } from '../../../platform/sign-in/index.ts'
import { type Env, router, yourDataPath } from '../../people/index.ts'
import { askByAddress } from '../actions/ask-by-address.ts'
import { eraseByAddress } from '../actions/by-address.ts'
import { packed } from '../actions/copy.ts'
import { keepErasuresApart } from '../actions/keeping-apart.ts'
import {
  AddressErasedPage,
  AddressPage,
  AskAddressPage,
  AskedAddressPage,
  EraseAddressPage,
} from '../pages/by-address.tsx'
import { filesOf } from '../pages/copy.tsx'
import { addressErasedPath, askedPath } from '../paths.ts'
import { openLink } from '../queries/by-address.ts'
import { addressForm, keepingForm } from '../schema.ts'
import { sentCopy } from './sent-copy.ts'

/** What is kept under an address, for people without an account. */
export const addressRoutes = router()

// The address holds a key: no page it leads to is told, and nobody keeps what it shows.
addressRoutes.use('/your-data/of/*', async (c, next) => {
  c.header('Referrer-Policy', 'no-referrer')
  await next()
})

addressRoutes.get(yourDataPath, (c) => askPage(c, freshForm({ email: c.var.actor.email ?? '' })))

addressRoutes.post(yourDataPath, async (c) => {
  const { app, frame } = c.var
  const form = await readForm(c, addressForm)
  if (!form.ok) return askPage(c, returnedForm(form.typed, form.errors))
  const network = networkOf(c, app.config.trustedProxies)
  await askByAddress(app, { email: form.value.email, locale: frame.locale, network })
  return c.redirect(askedPath, 303)
})

const askPage = (c: Context<Env>, form: FormState) =>
  c.html(
    <AskAddressPage frame={c.var.frame} form={form} isMember={c.var.actor.id !== null} />,
    statusOf(form),
  )

addressRoutes.get('/your-data/asked', (c) => c.html(<AskedAddressPage frame={c.var.frame} />))

addressRoutes.get('/your-data/erased', (c) => c.html(<AddressErasedPage frame={c.var.frame} />))

addressRoutes.get('/your-data/of/:secret', async (c) => {
  const { frame } = c.var
  return c.html(<AddressPage frame={frame} {...(await openedIn(c))} />)
})

addressRoutes.get('/your-data/of/:secret/erase', (c) => erasePage(c, freshForm()))

addressRoutes.get('/your-data/of/:secret/copy.zip', async (c) => {
  const { app, frame } = c.var
  const { email, emailKey: key } = await openLink(app.db, c.req.param('secret'), app.now())
  const reader = { whose: { key }, name: email, locale: frame.locale, zone: 'UTC' }
  return sentCopy(c, await packed(app, reader, filesOf))
})

addressRoutes.post('/your-data/of/:secret/erase', async (c) => {
  const { app } = c.var
  const form = await readForm(c, keepingForm)
  if (!form.ok) return erasePage(c, returnedForm(form.typed, form.errors))
  await eraseByAddress(app, c.req.param('secret'), form.value.keeps)
  await keepErasuresApart(app)
  return c.redirect(addressErasedPath, 303)
})

async function erasePage(c: Context<Env>, form: FormState) {
  return c.html(<EraseAddressPage frame={c.var.frame} form={form} {...(await openedIn(c))} />, statusOf(form))
}

/** What the link in the address opens. */
async function openedIn(c: Context<Env>) {
  const { app, frame, features } = c.var
  const secret = c.req.param('secret') ?? ''
  const { email, emailKey } = await openLink(app.db, secret, app.now())
  const asked = features.map(({ underAddress }) => underAddress?.(app, emailKey, frame.locale) ?? [])
  return { secret, email, under: (await Promise.all(asked)).flat() }
}
