import type { Db } from '../../../db/index.ts'
import { officeKeeper } from '../../../platform/office-version.ts'
import type { Desk } from '../desk.ts'
import { lostRows } from '../lost-rows.ts'
import { badRows } from './imports.ts'

/** How many rows of the imported files of a round tell of somebody who is not among its applications. */
export const lostRowCount = (db: Db, roundId: string, { applications }: Desk): Promise<number> =>
  kept(db, roundId, async () => lostRows(await badRows(db, roundId), applications).length)

const kept = officeKeeper<number>(8)
