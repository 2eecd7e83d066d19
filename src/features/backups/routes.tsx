import { allow } from '../../platform/refusals.ts'
import { router } from '../people/index.ts'
import { BackupsPage } from './pages.tsx'
import { maySeeBackups } from './policy.ts'
import { isFresh, newestBackups, newestVerified } from './queries/backups.ts'

export const office = router()

/** More than are kept. */
const mostShown = 20

office.get('/backups', async (c) => {
  const { app, actor, frame } = c.var
  allow(maySeeBackups(actor))
  const [backups, verified, fresh] = await Promise.all([
    newestBackups(app.db, mostShown),
    newestVerified(app.db),
    isFresh(app.db, app.now()),
  ])
  const { isDaily } = app.config.backup
  return c.html(<BackupsPage frame={frame} zone={actor.zone} {...{ backups, verified, fresh, isDaily }} />)
})
