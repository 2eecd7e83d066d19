import type { App } from '../../platform/app.ts'
import { redirectWith } from '../../platform/flash.ts'
import { readButton } from '../../platform/forms.ts'
import { allow } from '../../platform/refusals.ts'
import { router } from '../people/index.ts'
import { thinBackups } from './actions/thin.ts'
import { BackupsPage, sizeIn } from './pages.tsx'
import { backupsPath } from './paths.ts'
import { maySeeBackups } from './policy.ts'
import { isFresh, newestBackups, newestVerified } from './queries/backups.ts'
import { mayGo } from './queries/may-go.ts'
import { words } from './words.ts'

export const office = router()

/** More than are kept. */
const mostShown = 20

office.get('/backups', async (c) => {
  const { app, actor, frame } = c.var
  allow(maySeeBackups(actor))
  const [backups, verified, fresh, spare] = await Promise.all([
    newestBackups(app.db, mostShown),
    newestVerified(app.db),
    isFresh(app.db, app.now()),
    spareWhenShort(app),
  ])
  const standing = { backups, verified, fresh, spare, isDaily: app.config.backup.isDaily }
  return c.html(<BackupsPage frame={frame} zone={actor.zone} {...standing} />)
})

/** Older backups are a comfort; they are offered up only where room is short, and they take some of it. */
const spareWhenShort = async (app: App) => ((await app.space.look()).level === 'enough' ? [] : mayGo(app))

office.post('/backups/thin', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  const { count, bytes } = await thinBackups(app, actor)
  const size = sizeIn(actor.locale, bytes)
  return redirectWith(c, backupsPath, words(actor.locale)('thin.done', { count, size }))
})
