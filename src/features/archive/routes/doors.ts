import type { Env } from '../../people/index.ts'
import { stateOfPublication } from '../../posts/index.ts'
import { type Doors, doorsOf } from '../queries/doors.ts'

/** The doors of the archive as it is now. @param state `shownState`, asked for before, where somebody has */
export async function shownDoors(vars: Env['Variables'], state?: string): Promise<Doors> {
  const { app } = vars
  return doorsOf(app.db, app.now(), state ?? (await shownState(vars)))
}

/** What the publication shows, as this request sees it. */
export const shownState = ({ app, publicVersions }: Env['Variables']): Promise<string> =>
  stateOfPublication(app.db, app.now(), publicVersions.whole)
