import { type RawBuilder, sql } from 'kysely'
import type { App } from '../../../platform/app.ts'
import { daysBefore } from '../../../platform/days.ts'
import { note } from '../../../platform/journal.ts'
import { pausedSince } from '../../../platform/network/index.ts'
import type { Sweep, TableData } from '../../../platform/own-tables.ts'
import { eraseRows, neutralName } from './erasing.ts'

/** Lets go of what is past its time, as each table says of itself, and notes how many rows that were. */
export async function sweepOldData(app: App): Promise<void> {
  const now = app.now()
  await app.db.transaction().execute(async (tx) => {
    const at = { now, pausedAt: await pausedSince(tx) }
    const neutral = await neutralName(tx)
    const rows: Record<string, number> = {}
    for (const [table, data] of Object.entries(app.ownData.tables).reverse()) {
      const old = pastTime(data, at)
      if (!old) continue
      const going = { erased: 'delete' as const, ...data }
      const count = await eraseRows(tx, table, going, { rows: old, neutral, personId: null })
      if (count > 0) rows[table] = count
    }
    const count = Object.values(rows).reduce((sum, one) => sum + one, 0)
    if (count > 0) await note(tx, now, null, 'data.swept', null, { count, rows })
  })
}

type At = { now: Date; pausedAt: Date | null }

function pastTime({ sweeps = [] }: TableData, at: At): RawBuilder<boolean> | null {
  const past = sweeps.map((sweep) =>
    isOver(sweep, at)
      ? sql<boolean>`${sweep.since} is not null`
      : sql<boolean>`${sweep.since} < ${daysBefore(at.now, sweep.days)}`,
  )
  return past.length > 0 ? sql`(${sql.join(past, sql` or `)})` : null
}

/** Whether the pause alone lets them go by now, whatever their own time is. */
const isOver = ({ pausedDays }: Sweep, { now, pausedAt }: At): boolean =>
  pausedDays !== undefined && pausedAt !== null && pausedAt <= daysBefore(now, pausedDays)
