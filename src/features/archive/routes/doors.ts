import type { Env } from '../../people/index.ts'
import { stateOfPublication } from '../../posts/index.ts'
import { type Doors, doorsOf } from '../queries/doors.ts'

/** The doors of the archive as it is now. */
export async function shownDoors({ app, publicVersions }: Env['Variables']): Promise<Doors> {
  const now = app.now()
  return doorsOf(app.db, now, await stateOfPublication(app.db, now, publicVersions.whole))
}
