import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'

/** A letter that answers the email of a check-in. */
export type Replied = { letterId: string; checkInId: string }

/** In one turn. */
const most = 500

/** Letters that nobody has settled and that answer emails of check-ins of living pairings, the oldest first. */
export const waitingReplies = (db: Db): Promise<Replied[]> =>
  db
    .selectFrom('inboundMail')
    .innerJoin('outbox', 'outbox.id', 'inboundMail.outboxId')
    .innerJoin('checkIn', (join) => join.on(sql<boolean>`check_in.id = ${checkInOf}`))
    .innerJoin('pairingMember as member', (join) =>
      join
        .onRef('member.pairingId', '=', 'checkIn.pairingId')
        .onRef('member.applicationId', '=', 'checkIn.applicationId'),
    )
    .innerJoin('participant', 'participant.applicationId', 'checkIn.applicationId')
    .where('inboundMail.kind', '=', 'letter')
    .where('inboundMail.settledAt', 'is', null)
    .where('member.endedAt', 'is', null)
    .select(['inboundMail.id as letterId', 'checkIn.id as checkInId'])
    .orderBy('inboundMail.receivedAt')
    .orderBy('inboundMail.id')
    .limit(most)
    .execute()

/** Which check-in an email asks: its key says so. Of no other email is the key read. */
const checkInOf = sql`case when outbox.kind in ('check-in', 'check-in-nudge')
  then split_part(outbox.key, ':', 2)::uuid end`

/** What a letter says, which is then ours to settle; null when another worker has it, or it was settled meanwhile. */
export async function lockReply(tx: Tx, id: string): Promise<string | null> {
  const letter = await tx
    .selectFrom('inboundMail')
    .where('id', '=', id)
    .where('settledAt', 'is', null)
    .select('text')
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  return letter?.text ?? null
}
