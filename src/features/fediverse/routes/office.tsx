import type { Context } from 'hono'
import { redirectWith } from '../../../platform/flash.ts'
import {
  type FormState,
  freshForm,
  readButton,
  readForm,
  readPlainForm,
  returnedForm,
  statusOf,
} from '../../../platform/forms.ts'
import { isUuid } from '../../../platform/ids.ts'
import { allow, Conflict, NotFound } from '../../../platform/refusals.ts'
import { type Env, router } from '../../people/index.ts'
import { block, unblock } from '../actions/blocking.ts'
import { turnOff, turnOn } from '../actions/channels.ts'
import { settleReport } from '../actions/reporting.ts'
import { BlockedPage } from '../pages/blocked.tsx'
import { TurnOffPage } from '../pages/forms.tsx'
import { FediversePage } from '../pages/overview.tsx'
import { blockedPath, fediversePath } from '../paths.ts'
import { mayRunChannels } from '../policy.ts'
import { followerCounts } from '../queries/channels.ts'
import { blockedList, overview } from '../queries/office.ts'
import { blockForm, turnOnForm } from '../schema/forms.ts'
import { words } from '../words.ts'

/** Whether it can be followed, what came back, and who is kept away. */
export const officeRoutes = router()

officeRoutes.get('/fediverse', (c) => overviewPage(c, freshForm({ handle: 'blog' })))

async function overviewPage(c: Context<Env>, form: FormState) {
  const { app, actor, frame, network } = c.var
  const seen = await overview(app.db, actor, app.now())
  const isDirector = mayRunChannels(actor)
  return c.html(
    <FediversePage {...{ frame, network, seen, form, isDirector }} zone={actor.zone} />,
    statusOf(form),
  )
}

officeRoutes.post('/fediverse/turn-on', async (c) => {
  const { app, actor } = c.var
  allow(mayRunChannels(actor))
  const form = await readForm(c, turnOnForm)
  if (!form.ok) return overviewPage(c, returnedForm(form.typed, form.errors))
  await turnOn(app, actor, form.value.handle)
  return redirectWith(c, fediversePath, words(actor.locale)('on.done'))
})

officeRoutes.get('/fediverse/turn-off', async (c) => {
  const { app, actor, frame } = c.var
  allow(mayRunChannels(actor))
  const counts = await followerCounts(app.db)
  const followers = [...counts.values()].reduce((sum, one) => sum + one, 0)
  return c.html(<TurnOffPage frame={frame} followers={followers} />)
})

officeRoutes.post('/fediverse/turn-off', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  await turnOff(app, actor)
  return redirectWith(c, fediversePath, words(actor.locale)('off.done'))
})

officeRoutes.get('/fediverse/blocked', (c) => blockedPage(c, freshForm()))

async function blockedPage(c: Context<Env>, form: FormState) {
  const { app, actor, frame } = c.var
  const blocked = await blockedList(app.db, actor)
  return c.html(<BlockedPage {...{ frame, form, blocked }} zone={actor.zone} />, statusOf(form))
}

officeRoutes.post('/fediverse/blocked/block', async (c) => {
  const { app, actor } = c.var
  const form = await readForm(c, blockForm)
  if (!form.ok) return blockedPage(c, returnedForm(form.typed, form.errors))
  const again = (who: string) => blockedPage(c, returnedForm(form.typed, { who }))
  try {
    if (!(await block(app, actor, form.value.who))) return again('unknown-account')
  } catch (error) {
    if (error instanceof Conflict && error.code === 'own-server') return again(error.code)
    throw error
  }
  return redirectWith(c, blockedPath, words(actor.locale)('blocked.done'))
})

officeRoutes.post('/fediverse/blocked/unblock', async (c) => {
  const { app, actor } = c.var
  const { who } = await readPlainForm(c, blockForm)
  await unblock(app, actor, who)
  return redirectWith(c, blockedPath, words(actor.locale)('blocked.freed'))
})

officeRoutes.post('/fediverse/reports/:id/settle', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  const id = c.req.param('id')
  if (!isUuid(id)) throw new NotFound('no-such-report')
  await settleReport(app, actor, id)
  return redirectWith(c, fediversePath, words(actor.locale)('reports.settled'))
})
