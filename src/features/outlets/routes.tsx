import type { Context } from 'hono'
import { redirectWith } from '../../platform/flash.ts'
import {
  type FormState,
  freshForm,
  readButton,
  readForm,
  returnedForm,
  statusOf,
} from '../../platform/forms.ts'
import { askOutside } from '../../platform/post-outside.ts'
import { allow, Unacceptable } from '../../platform/refusals.ts'
import { type Env, router } from '../people/index.ts'
import { addOutlet, removeOutlet, tryOutlet } from './actions/keeping.ts'
import { tellAgain } from './actions/telling.ts'
import { AddOutletPage, OutletsPage } from './pages.tsx'
import { outletsPath } from './paths.ts'
import { mayKeepOutlets, mayTellAgain } from './policy.ts'
import { newestMessages, outlets } from './queries/outlets.ts'
import { outletForm } from './schema.ts'
import { words } from './words.ts'

export const office = router()

office.get('/outlets', async (c) => {
  const { app, actor, frame } = c.var
  allow(mayTellAgain(actor))
  const [accounts, messages] = await Promise.all([outlets(app.db), newestMessages(app.db)])
  return c.html(<OutletsPage {...{ frame, accounts, messages }} mayKeep={mayKeepOutlets(actor)} />)
})

office.get('/outlets/add', (c) => {
  allow(mayKeepOutlets(c.var.actor))
  const { locales } = c.var.network
  return addPage(c, freshForm({ kind: 'mastodon' }), locales)
})

office.post('/outlets/add', async (c) => {
  const { app, actor } = c.var
  allow(mayKeepOutlets(actor))
  const form = await readForm(c, outletForm)
  const { typed } = form
  const again = (errors: Record<string, string>) =>
    addPage(c, returnedForm(typed, errors), [typed.locales ?? []].flat().map(String))
  if (!form.ok) return again(form.errors)
  const { kind, server, name, token, locales } = form.value
  try {
    await addOutlet(app, actor, { kind, server, locales, key: { name, token } }, askOutside)
  } catch (error) {
    if (!(error instanceof Unacceptable)) throw error
    return again(error.code === 'outlet-token' ? { token: 'token' } : { server: 'unreachable' })
  }
  return back(c, 'done.added')
})

office.post('/outlets/:id/try', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  await tryOutlet(app, actor, c.req.param('id'), askOutside)
  return back(c, 'done.tried')
})

office.post('/outlets/:id/remove', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  await removeOutlet(app, actor, c.req.param('id'))
  return back(c, 'done.removed')
})

office.post('/outlets/:id/posts/:post/again', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  await tellAgain(app, actor, { outletId: c.req.param('id'), postId: c.req.param('post') })
  return back(c, 'done.again')
})

const back = (c: Context<Env>, done: `done.${'added' | 'tried' | 'removed' | 'again'}`) =>
  redirectWith(c, outletsPath, words(c.var.actor.locale)(done))

function addPage(c: Context<Env>, form: FormState, chosen: readonly string[]) {
  const { frame, network } = c.var
  return c.html(<AddOutletPage {...{ frame, form, chosen }} offered={network.locales} />, statusOf(form))
}
