import { redirectWith } from '../../platform/flash.ts'
import { readButton } from '../../platform/forms.ts'
import { allow } from '../../platform/refusals.ts'
import { router } from '../people/index.ts'
import { missedPosts } from '../posts/index.ts'
import { pauseNetwork, wakeNetwork } from './actions.ts'
import { InTheWayPage, PausedPage, PausePage } from './pages.tsx'
import { pausePath } from './paths.ts'
import { mayPauseNetwork } from './policy.ts'
import { emailsOf, missedCalls, openPause, outlookOf } from './queries.ts'
import { words } from './words.ts'

export const office = router()

office.get('/network/pause', async (c) => {
  const { app, actor, frame } = c.var
  allow(mayPauseNetwork(actor))
  const { zone } = actor
  const pause = await openPause(app.db)
  if (pause) {
    const told = (await emailsOf(app.db, pause.id)).length
    const calls = await missedCalls(app.db, actor, app.now())
    const posts = await missedPosts(app.db, app.now())
    return c.html(<PausedPage {...{ frame, zone, pause, told, calls, posts }} />)
  }
  const outlook = await outlookOf(app.db, actor, app.now())
  return outlook.inTheWay.length > 0
    ? c.html(<InTheWayPage {...{ frame, outlook }} />)
    : c.html(<PausePage {...{ frame, zone, outlook }} />)
})

office.post('/network/pause', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  await pauseNetwork(app, actor)
  return redirectWith(c, pausePath, words(actor.locale)('done.paused'))
})

office.post('/network/pause/wake', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  await wakeNetwork(app, actor)
  const now = app.now()
  const missed = [...(await missedCalls(app.db, actor, now)), ...(await missedPosts(app.db, now))]
  const done = missed.length > 0 ? 'done.woken.missed' : 'done.woken'
  return redirectWith(c, c.var.frame.office.home, words(actor.locale)(done))
})
