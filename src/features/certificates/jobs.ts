import * as z from 'zod'
import { job, scheduled } from '../../platform/jobs.ts'
import { issueCertificates } from './actions/issuing.ts'

/** Makes certificates that somebody has asked for. */
export const issueSome = job(
  'certificates.issue',
  z.object({ ids: z.array(z.uuid()) }),
  async (app, { ids }) => {
    await issueCertificates(app, ids)
  },
)

/** Each hour: makes what was asked for and is not made, and signs again what a stolen key had signed. */
export const issueRest = scheduled('certificates.rest', '43 * * * *', async (app) => {
  await issueCertificates(app)
})
