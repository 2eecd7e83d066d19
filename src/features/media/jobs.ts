import * as z from 'zod'
import { job, scheduled } from '../../platform/jobs.ts'
import { moveToStore, sweepStore } from './actions/moving.ts'
import { encodeAvif } from './image.ts'
import { largestFile } from './queries/pictures.ts'

/** Adds the format that is smallest and takes longest. What was there before is served until it has. */
export const addAvif = job('media.avif', z.object({ id: z.uuid() }), async (app, { id }) => {
  const found = await largestFile(app, id)
  if (!found) return
  const files = await encodeAvif(found.bytes, found.sizes)
  await app.db
    .insertInto('mediaFile')
    .values(files.map((file) => ({ mediaId: id, ...file })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
})

/** Files of pictures in one turn of the clock: a library that was there before moves within hours, and holds up nobody. */
const inOneTurn = 100

/** Each minute, where pictures are kept in a store: moves there what has come since. It is served from the database until then. */
export const putPicturesAway = scheduled('media.put-away', '* * * * *', async (app) => {
  if (app.config.media.isStored) await moveToStore(app, inOneTurn)
})

/** Each hour: removes from the store what no picture has named for a day. */
export const tidyStore = scheduled('media.tidy', '34 * * * *', sweepStore)
