import { redirectWith } from '../../../platform/flash.ts'
import { readButton } from '../../../platform/forms.ts'
import { allow } from '../../../platform/refusals.ts'
import { isNeededAsDirector, router } from '../../people/index.ts'
import { askForCopy } from '../actions/ask-for-copy.ts'
import { askOwnErasure } from '../actions/asking.ts'
import { ErasePage, GoodbyePage, OwnDataPage } from '../pages/own.tsx'
import { spansOf } from '../pages/spans.ts'
import { dataPath, goodbyePath } from '../paths.ts'
import { mayTakeData } from '../policy.ts'
import { consentsOf } from '../queries/consents.ts'
import { copyOf, zipFor } from '../queries/copies.ts'
import { words } from '../words.ts'
import { sentCopy } from './sent-copy.ts'

/** One's own data. Everything under /me asks visitors to sign in first. */
export const ownRoutes = router()

ownRoutes.get('/me/data', async (c) => {
  const { app, actor, frame } = c.var
  allow(mayTakeData(actor))
  const [copy, consents] = await Promise.all([
    copyOf(app.db, actor.id, app.now()),
    consentsOf(app.db, actor.id),
  ])
  const spans = spansOf(app.ownData.tables)
  return c.html(<OwnDataPage {...{ frame, copy, consents, spans }} zone={actor.zone} />)
})

ownRoutes.post('/me/data/copy', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  await askForCopy(app, actor)
  return redirectWith(c, dataPath, words(actor.locale)('own.copy.asked'))
})

ownRoutes.get('/me/data/copy.zip', async (c) => {
  const { app, actor } = c.var
  allow(mayTakeData(actor))
  return sentCopy(c, await zipFor(app.db, actor.id, app.now()))
})

ownRoutes.get('/me/data/erase', async (c) => {
  const { app, actor, frame } = c.var
  allow(mayTakeData(actor))
  const isLastDirector = await isNeededAsDirector(app.db, app.now(), actor.id)
  return c.html(<ErasePage frame={frame} isLastDirector={isLastDirector} />)
})

ownRoutes.post('/me/data/erase', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  await askOwnErasure(app, actor)
  return c.redirect(goodbyePath, 303)
})

ownRoutes.get('/goodbye', (c) => c.html(<GoodbyePage frame={c.var.frame} />))
