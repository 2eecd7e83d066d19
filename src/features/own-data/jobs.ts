import { z } from 'zod'
import { job, scheduled } from '../../platform/jobs.ts'
import { buildCopy } from './actions/copy.ts'
import { eraseWhoIsDue } from './actions/erasing.ts'
import { keepErasuresApart } from './actions/keeping-apart.ts'
import { sweepOldData } from './actions/sweeping.ts'
import { filesOf } from './pages/copy.tsx'

/** Packs somebody's own data, and tells them that it is ready. */
export const makeCopy = job('own-data.copy', z.strictObject({ personId: z.uuid() }), (app, { personId }) =>
  buildCopy(app, personId, filesOf),
)

/** Each hour: erases those whose week is over, and writes down beside the backups who was erased. */
export const eraseDue = scheduled('own-data.erase', '25 * * * *', async (app) => {
  await eraseWhoIsDue(app)
  await keepErasuresApart(app)
})

/** Each night: lets go of what is past its time. */
export const sweep = scheduled('own-data.sweep', '40 3 * * *', sweepOldData)
