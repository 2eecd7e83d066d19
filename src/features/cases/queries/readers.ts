import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import { NotFound } from '../../../platform/refusals.ts'
import type { Reader } from '../emails.ts'

/**
 * Somebody of the pairing of a case, also who has left it; with whoever was in it until they left.
 *
 * @param id of their application
 * @throws NotFound `no-such-member`
 */
export async function readerOf(db: Db | Tx, pairingId: string, id: string): Promise<Reader> {
  const found = await db
    .selectFrom('pairingMember as member')
    .innerJoin('application', 'application.id', 'member.applicationId')
    .innerJoin('person', 'person.id', 'member.personId')
    .where('member.pairingId', '=', pairingId)
    .where(sql<boolean>`member.application_id::text = ${id}`)
    .where('person.disabledAt', 'is', null)
    .where('person.erasedAt', 'is', null)
    .select(['application.id as applicationId', 'person.id as personId', 'application.name'])
    .select(['application.givenName', 'person.email', 'person.locale'])
    .select(
      sql<string[]>`(select coalesce(array_agg(partner.name order by partner.name), '{}')
        from pairing_member other join application partner on partner.id = other.application_id
        where other.pairing_id = member.pairing_id and other.application_id <> member.application_id
          and (other.ended_at is null or other.ended_at >= coalesce(member.ended_at, 'infinity')))`.as(
        'partners',
      ),
    )
    .executeTakeFirst()
  if (!found) throw new NotFound('no-such-member')
  return found
}

/** The check-in that somebody of a pairing was asked last; null before the first. */
export async function lastAskedOf(
  db: Db | Tx,
  { pairingId, applicationId }: { pairingId: string; applicationId: string },
): Promise<string | null> {
  const last = await db
    .selectFrom('checkIn')
    .where('pairingId', '=', pairingId)
    .where('applicationId', '=', applicationId)
    .select('id')
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.id ?? null
}
