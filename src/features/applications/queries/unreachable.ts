import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import type { DeadAddress } from '../../../platform/mail/index.ts'

/** Someone whom emails do not reach. */
export type Unreachable = DeadAddress & {
  id: string
  name: string
  address: string
  personId: string | null
  isPlaced: boolean
}

/** Who has a place in a round or asks for one, and is reached by no email, by name. @param id only this application */
export const unreachableIn = (db: Db, roundId: string, id?: string): Promise<Unreachable[]> =>
  db
    .selectFrom('application')
    .leftJoin('person', 'person.id', 'application.personId')
    // Introductions go to the address of the person, where there is one.
    .innerJoin('deadAddress as dead', (join) =>
      join.on('dead.address', '=', sql`lower(coalesce(person.email, application.email))`),
    )
    .where('application.roundId', '=', roundId)
    .where('application.withdrawnAt', 'is', null)
    .where('application.droppedAt', 'is', null)
    .where('application.mergedInto', 'is', null)
    .$if(id !== undefined, (found) => found.where('application.id', '=', id ?? ''))
    .select(['application.id', 'application.name', 'application.personId', 'dead.address'])
    .select(['dead.verdict', 'dead.said', 'dead.returnedAt'])
    .select(sql<boolean>`application.accepted_at is not null`.as('isPlaced'))
    .orderBy(sql`lower(application.name)`)
    .orderBy('application.id')
    .execute()

/** Emails of a round that say who is in, and have not left yet; and where they are seen. */
export async function answersWaiting(
  db: Db,
  roundId: string,
): Promise<{ count: number; campaignId: string | null }> {
  const waiting = await db
    .selectFrom('outbox')
    .innerJoin('mailCampaign', 'mailCampaign.id', 'outbox.campaignId')
    .where('mailCampaign.key', '=', `answers:${roundId}`)
    .where('outbox.kind', '=', 'accepted')
    .where('outbox.state', 'in', ['queued', 'deferred', 'sending'])
    .groupBy('campaignId')
    .select(['campaignId', (eb) => eb.fn.countAll<number>().as('count')])
    .executeTakeFirst()
  return waiting ?? { count: 0, campaignId: null }
}
