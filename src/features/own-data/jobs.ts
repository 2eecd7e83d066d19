import * as z from 'zod'
import { enqueue, job, scheduled } from '../../platform/jobs.ts'
import { tellByAddress } from './actions/by-address.ts'
import { buildCopy } from './actions/copy.ts'
import { erase } from './actions/erasing.ts'
import { keepErasuresApart } from './actions/keeping-apart.ts'
import { sweepOldData } from './actions/sweeping.ts'
import { tellClosedOut } from './actions/telling.ts'
import { filesOf } from './pages/copy.tsx'
import { dueErasures } from './queries/erasures.ts'

/** Packs somebody's own data, and tells them that it is ready. */
export const makeCopy = job('own-data.copy', z.strictObject({ personId: z.uuid() }), (app, { personId }) =>
  buildCopy(app, personId, filesOf),
)

/** Emails the link to what is kept under an address, where something is. */
export const sendAddressLink = job(
  'own-data.address-link',
  z.strictObject({ linkId: z.uuid() }),
  (app, { linkId }) => tellByAddress(app, linkId),
)

/** Erases somebody whose week is over, and writes it down beside the backups. */
export const eraseOne = job(
  'own-data.erase',
  z.strictObject({ erasureId: z.uuid() }),
  async (app, { erasureId }) => {
    await erase(app, erasureId)
    await keepErasuresApart(app)
  },
)

/** Each hour: who is due; and what could not be written down beside the backups before. */
export const eraseDue = scheduled('own-data.erase-due', '25 * * * *', async (app) => {
  for (const { id: erasureId } of await dueErasures(app.db, app.now()).execute())
    await app.db.transaction().execute((tx) => enqueue(app, tx, eraseOne, { erasureId }))
  await keepErasuresApart(app)
})

/** Each minute, as they wait for it: tells who wants to sign in that their account is being erased. */
export const tellClosed = scheduled('own-data.tell-closed', '* * * * *', async (app) => {
  await tellClosedOut(app)
})

/** Each hour: lets go of what is past its time, so that what is kept for a day is not kept for two. */
export const sweep = scheduled('own-data.sweep', '40 * * * *', sweepOldData)
