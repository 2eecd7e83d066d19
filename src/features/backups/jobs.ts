import { placeOf } from '../../platform/backups/index.ts'
import { dayIn } from '../../platform/days.ts'
import { scheduled } from '../../platform/jobs.ts'
import { sendAllOnce } from '../../platform/mail/index.ts'
import { networkIn } from '../../platform/network/index.ts'
import { inCharge } from '../people/index.ts'
import { createBackup } from './actions/create.ts'
import { keepMinutes } from './actions/minutes.ts'
import { verifyBackup } from './actions/verify.ts'
import { freshHours, lastDue } from './backup.ts'
import { overdueEmail } from './emails.ts'
import { inUseSince, newestBackups, newestVerified } from './queries/backups.ts'
import { backupRoom } from './queries/room.ts'

/** Once a day, and later that day where the machine was off then: makes a backup and tries it. */
export const makeDaily = scheduled('backups.make', '20 * * * *', async (app) => {
  if (!app.config.backup.isDaily) return
  const [newest] = await newestBackups(app.db, 1)
  if (newest?.checkedAt && newest.madeAt >= lastDue(app.now())) return
  const { forTrial, needs, has } = await backupRoom(app, 'all')
  if (!forTrial) return app.log.warn({ needs, has }, 'no_room_for_a_backup')
  const { backup, identity } = await createBackup(app)
  const open = () => placeOf(app.config.backup.to).get(backup.name)
  await verifyBackup(app, backup.name, { open, identity })
})

/** Each minute, so that with the machine no more than five are lost. */
export const keepEveryMinute = scheduled('backups.minutes', '* * * * *', keepMinutes)

/** Once a day tells the directors that there is no recent backup that was verified. */
export const tellOverdue = scheduled('backups.tell', '50 * * * *', async (app) => {
  if (!app.config.backup.isDaily) return
  const now = app.now()
  const longAgo = new Date(now.getTime() - freshHours * 3_600_000)
  const [verified, since] = await Promise.all([newestVerified(app.db), inUseSince(app.db)])
  if (!since || since > longAgo || (verified && verified.madeAt > longAgo)) return
  const { people } = await inCharge(app.db, 'director', now)
  const network = await networkIn(app)
  const mails = people.map((to) => ({
    key: `backup-overdue:${dayIn(now)}:${to.id}`,
    email: overdueEmail(network, verified?.madeAt ?? null, to),
  }))
  await sendAllOnce(app, app.db, mails)
})
