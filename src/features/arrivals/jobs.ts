import * as z from 'zod'
import { job } from '../../platform/jobs.ts'
import { bringUpload, rehearse } from './actions/uploads.ts'

const payload = z.object({ id: z.uuid() })

/** Looks a file through that was sent; a second time it finds the same. */
export const rehearseUpload = job('arrivals.rehearse', payload, (app, { id }) => rehearse(app, id))

/** Brings in what was sent and looked at; cut off, it goes on where it was. */
export const bringUploadIn = job('arrivals.bring', payload, (app, { id }) => bringUpload(app, id))
