import { sql } from 'kysely'
import type { App } from '../../platform/app.ts'
import { allow } from '../../platform/refusals.ts'
import { type Actor, isSignedIn } from '../people/index.ts'

/** Gives someone's calendar another address; the one before opens nothing from then on. @throws Forbidden for a visitor */
export async function renewCalendar(app: App, actor: Actor): Promise<void> {
  allow(isSignedIn(actor))
  const renewedAt = app.now()
  await app.db
    .insertInto('calendarFeed')
    .values({ personId: actor.id, number: 1, renewedAt })
    .onConflict((conflict) =>
      conflict.column('personId').doUpdateSet({ number: sql`calendar_feed.number + 1`, renewedAt }),
    )
    .execute()
}
