import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import type { Fact, Fate } from '../fact.ts'

/** Days that count for nothing as long as they are fewer, and days after which somebody ought to be back. */
const longAway = 7
const backWithin = 7

type Row = Pick<Fact, 'key' | 'pairingId' | 'roundId' | 'applicationId' | 'personId' | 'since'>

/** Members of living pairings whose emails come back. */
export async function bounces(db: Db, roundIds: readonly string[]): Promise<Fact[]> {
  const rows: Row[] = await livingIn(db, roundIds)
    .innerJoin('deadAddress as dead', (join) =>
      join.on('dead.address', '=', sql<string>`lower(participant.email)`),
    )
    .select('dead.returnedAt as since')
    .select(
      sql<string>`'bounce:' || member.application_id || ':' || extract(epoch from dead.returned_at)`.as(
        'key',
      ),
    )
    .execute()
  return rows.map((row) => ({ ...row, kind: 'bounce', what: 'bounce' }))
}

/** Members of living pairings who should be back from a long absence and have not been heard of, nor asked, since. */
export async function unreturned(db: Db, roundIds: readonly string[], now: Date): Promise<Fact[]> {
  const today = sql<string>`(${now}::timestamptz at time zone member.zone)::date`
  const rows: Row[] = await db
    .selectFrom(
      livingIn(db, roundIds)
        .innerJoin('application', 'application.id', 'member.applicationId')
        .innerJoin('round', 'round.id', 'member.roundId')
        .select(sql<string>`coalesce(application.zone, round.zone)`.as('zone'))
        .as('member'),
    )
    .innerJoin('absence', 'absence.personId', 'member.personId')
    .where('absence.cancelledAt', 'is', null)
    .where(sql<boolean>`absence.until_on - absence.from_on + 1 >= ${longAway}`)
    .where(sql<boolean>`absence.until_on + ${backWithin}::int <= ${today}`)
    .where(sql<boolean>`absence.until_on + ${backWithin * 4}::int > ${today}`)
    .where(
      sql<boolean>`not exists (select from absence later where later.person_id = absence.person_id
        and later.cancelled_at is null and later.until_on > absence.until_on)`,
    )
    .where(
      sql<boolean>`not exists (select from check_in asked
        left join check_in_answer said on said.check_in_id = asked.id
        where asked.pairing_id = member.pairing_id and asked.person_id = member.person_id
          and coalesce(said.answered_at, asked.asked_at) >= absence.until_on)`,
    )
    .select(['member.pairingId', 'member.roundId', 'member.applicationId', 'member.personId'])
    .select([
      sql<string>`'absence:' || absence.id || ':' || member.pairing_id`.as('key'),
      sql<Date>`absence.until_on::timestamptz`.as('since'),
    ])
    .execute()
  return rows.map((row) => ({ ...row, kind: 'absence', what: 'absence' }))
}

const livingIn = (db: Db, roundIds: readonly string[]) =>
  db
    .selectFrom('pairingMember as member')
    .innerJoin('pairing', 'pairing.id', 'member.pairingId')
    .innerJoin('participant', 'participant.applicationId', 'member.applicationId')
    .where('member.roundId', 'in', roundIds)
    .where('member.endedAt', 'is', null)
    .where('pairing.dissolvedAt', 'is', null)
    .select(['member.pairingId', 'member.roundId', 'member.applicationId', 'member.personId'])

/** Who stays in a round though their pairing has ended, and has no partner. */
export async function parted(
  db: Db | Tx,
  where: { rounds: readonly string[] } | { pairing: string },
): Promise<Fact[]> {
  const rows: Row[] = await db
    .selectFrom('pairingMember as member')
    .innerJoin('participant', 'participant.applicationId', 'member.applicationId')
    .where('member.endedAt', 'is not', null)
    .where((eb) =>
      'rounds' in where
        ? eb('member.roundId', 'in', where.rounds)
        : eb('member.pairingId', '=', where.pairing),
    )
    .where(
      sql<boolean>`not exists (select from living_partner
        where living_partner.application_id = member.application_id)`,
    )
    // Of several that ended, the last is the one after which they wait.
    .where(
      sql<boolean>`not exists (select from pairing_member later
        where later.application_id = member.application_id and later.ended_at > member.ended_at)`,
    )
    .select(['member.pairingId', 'member.roundId', 'member.applicationId', 'member.personId'])
    .select([
      sql<Date>`member.ended_at`.as('since'),
      sql<string>`'parted:' || member.pairing_id || ':' || member.application_id || ':'
        || extract(epoch from member.ended_at)`.as('key'),
    ])
    .execute()
  return rows.map((row) => ({ ...row, kind: 'parted', what: 'parted' }))
}

/** Which of some keys have been told. */
export async function toldKeys(db: Db | Tx, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set()
  const rows = await db
    .selectFrom('caseEvent')
    .where('key', '=', sql<string>`any(${keys}::text[])`)
    .select('key')
    .execute()
  return new Set(rows.flatMap(({ key }) => key ?? []))
}

/** What became of everyone who was ever in some pairings, by pairing. */
export async function fatesOf(db: Db | Tx, pairingIds: readonly string[]): Promise<Map<string, Fate[]>> {
  const rows = await db
    .selectFrom('pairingMember as member')
    .leftJoin('participant', 'participant.applicationId', 'member.applicationId')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('pairingMember as other')
          .innerJoin('pairing', 'pairing.id', 'other.pairingId')
          .whereRef('other.applicationId', '=', 'member.applicationId')
          .where('other.endedAt', 'is', null)
          .where('pairing.dissolvedAt', 'is', null)
          .select(['other.pairingId', 'pairing.confirmedAt as since'])
          .select(
            sql<number>`(select count(*)::int from pairing_member beside
              where beside.pairing_id = other.pairing_id and beside.ended_at is null)`.as('size'),
          )
          .as('now'),
      (join) => join.onTrue(),
    )
    .where('member.pairingId', '=', sql<string>`any(${pairingIds}::uuid[])`)
    .select(['member.pairingId', 'member.applicationId', 'member.personId', 'member.endedAt'])
    .select(['now.pairingId as nowId', 'now.size', 'now.since'])
    .select(sql<boolean>`participant.application_id is not null`.as('isIn'))
    .execute()
  const fates = rows.map(({ nowId, size, since, pairingId, ...member }) => ({
    pairingId,
    fate: { ...member, now: nowId && since ? { pairingId: nowId, size: size ?? 0, since } : null },
  }))
  return new Map(
    [...Map.groupBy(fates, ({ pairingId }) => pairingId)].map(([id, ofOne]) => [
      id,
      ofOne.map(({ fate }) => fate),
    ]),
  )
}
