import { z } from 'zod'
import { job } from '../../platform/jobs.ts'
import { encodeAvif } from './image.ts'
import { largestFile } from './queries.ts'

/** Adds the format that is smallest and takes longest. What was there before is served until it has. */
export const addAvif = job('media.avif', z.object({ id: z.uuid() }), async (app, { id }) => {
  const found = await largestFile(app.db, id)
  if (!found) return
  const files = await encodeAvif(found.bytes, found.sizes)
  await app.db
    .insertInto('mediaFile')
    .values(files.map((file) => ({ mediaId: id, ...file })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
})
