import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { localTime } from '../../../platform/days.ts'
import { mailHold, sendAllOnce } from '../../../platform/mail/index.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { type Morning, morningEmail } from '../emails.ts'
import { memberOf } from '../policy.ts'
import { volunteersOf } from '../queries/volunteers.ts'

/** At this hour of their own clock volunteers are told, or at the next turn of the clock while the server was down. */
const tellsFrom = 8
const tellsUntil = 20

/**
 * Tells each volunteer once a day, in their own morning, what waits for them: nothing on a day without, nor while they are
 * away. Reports are not counted.
 *
 * @returns how many were told
 */
export async function tellVolunteers(app: App): Promise<number> {
  if (await mailHold(app.db)) return 0
  const now = app.now()
  const volunteers = (await volunteersOf(app.db, now)).filter(({ awayUntil }) => awayUntil === null)
  const waits = await waitingFor(
    app.db,
    volunteers.map(({ id }) => id),
    now,
  )
  const network = await networkIn(app, app.db)
  const mails = volunteers.flatMap((one) => {
    const found = waits.get(one.id)
    if (!found || found.due + found.nobody === 0) return []
    const local = localTime(now, found.zone)
    const hour = Number(local.slice(11, 13))
    if (hour < tellsFrom || hour >= tellsUntil) return []
    const morning: Morning = { ...one, due: found.due, nobody: found.nobody }
    return [
      { key: `cases-due:${one.id}:${local.slice(0, 10)}`, email: morningEmail(morning, { app, network }) },
    ]
  })
  return sendAllOnce(app, app.db, mails)
}

async function waitingFor(db: Db, ids: readonly string[], now: Date) {
  const open = sql`from pairing_case where closed_at is null and kind <> 'conduct'`
  const rows = await db
    .selectFrom('person')
    .where('person.id', '=', sql<string>`any(${ids}::uuid[])`)
    .select(['person.id', 'person.zone'])
    .select([
      sql<number>`(select count(*)::int ${open} and owner_id = person.id and due_at <= ${now})`.as('due'),
      sql<number>`(select count(*)::int ${open} and owner_id is null and not ${memberOf(sql`person.id`)})`.as(
        'nobody',
      ),
    ])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
