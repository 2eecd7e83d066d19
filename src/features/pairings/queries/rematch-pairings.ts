import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import { isUuid } from '../../../platform/ids.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { fold } from '../../applications/index.ts'
import type { Named } from '../../scenarios/index.ts'

/** A member of a confirmed pairing, and what has become of them. */
export type PairingMember = Named & {
  personId: string
  email: string
  endedAt: Date | null
  withdrawnAt: Date | null
  /** When they were last introduced to someone else, if that was after this pairing. */
  laterAt: Date | null
  /** How many pairings of the round they were put in, this one included. */
  pairings: number
  /** Whether everything about them was erased since. */
  isErased: boolean
  /** Whether a mail has told them that this pairing ended. */
  isTold: boolean
}

export type Pairing = {
  id: string
  confirmedAt: Date
  dissolvedAt: Date | null
  /** Everyone who ever was a member. */
  members: PairingMember[]
}

const pairings = (db: Db | Tx, roundId: string) =>
  db
    .with('met', (cte) =>
      cte
        .selectFrom('pairingMember as member')
        .innerJoin('pairing', 'pairing.id', 'member.pairingId')
        .where('pairing.roundId', '=', roundId)
        .groupBy('member.applicationId')
        .select((eb) => [
          'member.applicationId',
          eb.fn.max('pairing.confirmedAt').as('lastAt'),
          eb.fn.countAll<number>().as('times'),
        ]),
    )
    .selectFrom('pairing')
    .innerJoin('pairingMember as member', 'member.pairingId', 'pairing.id')
    .innerJoin('met', 'met.applicationId', 'member.applicationId')
    .innerJoin('application', 'application.id', 'member.applicationId')
    .innerJoin('person', 'person.id', 'application.personId')
    .where('pairing.roundId', '=', roundId)
    .groupBy('pairing.id')
    .select(['pairing.id', 'pairing.confirmedAt', 'pairing.dissolvedAt'])
    .select(
      sql<Raw[]>`json_agg(json_build_object('applicationId', application.id, 'personId', person.id,
          'name', application.name,
          'givenName', application.given_name, 'email', person.email, 'country', application.country,
          'sector', application.sector, 'endedAt', member.ended_at, 'withdrawnAt', application.withdrawn_at,
          'laterAt', case when met.last_at > pairing.confirmed_at then met.last_at end, 'pairings', met.times,
          'isErased', person.erased_at is not null,
          'isTold', exists (
            select from outbox where outbox.key = 'waiting:' || pairing.id || ':' || person.id))
        order by application.id)`.as('members'),
    )

/** Instants inside of JSON come as text. */
type Raw = Omit<PairingMember, Instants> & Record<Instants, string | null>
type Instants = 'endedAt' | 'withdrawnAt' | 'laterAt'

const asPairing = <Row extends { members: Raw[] }>(row: Row) => ({
  ...row,
  members: row.members.map((member) => ({
    ...member,
    endedAt: instantOf(member.endedAt),
    withdrawnAt: instantOf(member.withdrawnAt),
    laterAt: instantOf(member.laterAt),
  })),
})

const instantOf = (text: string | null) => (text === null ? null : new Date(text))

/** Who is partners now. */
export const livingMembers = ({ members }: Pairing): PairingMember[] =>
  members.filter(({ endedAt }) => endedAt === null)

/** @throws NotFound `no-such-pairing` */
export async function pairingOfRound(db: Db | Tx, roundId: string, id: string): Promise<Pairing> {
  const found = isUuid(id)
    ? await pairings(db, roundId).where('pairing.id', '=', id).executeTakeFirst()
    : undefined
  if (!found) throw new NotFound('no-such-pairing')
  return asPairing(found)
}

/** The living pairing of a participant. @throws NotFound `no-such-pairing` */
export async function pairingOfParticipant(db: Db | Tx, roundId: string, id: string): Promise<Pairing> {
  const found = await pairings(db, roundId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('pairingMember as one')
          .whereRef('one.pairingId', '=', 'pairing.id')
          .where('one.applicationId', '=', id)
          .where('one.endedAt', 'is', null),
      ),
    )
    .executeTakeFirst()
  if (!found) throw new NotFound('no-such-pairing')
  return asPairing(found)
}

export const pairingsShown = 25

/**
 * The living pairings of which a member is called so, by their names; in one query.
 *
 * @param sought part of a name or of an e-mail address, however written; nothing finds nothing
 * @returns the first of them, and how many there are
 */
export async function pairingsNamed(
  db: Db,
  roundId: string,
  sought: string,
): Promise<{ pairings: Pairing[]; found: number }> {
  const wanted = fold(sought)
  if (wanted === '') return { pairings: [], found: 0 }
  const all = await pairings(db, roundId).where('pairing.dissolvedAt', 'is', null).execute()
  const found = all
    .map(asPairing)
    .filter((one) => livingMembers(one).some(({ name, email }) => fold(`${name} ${email}`).includes(wanted)))
    .sort((a, b) => nameOf(a).localeCompare(nameOf(b)))
  return { pairings: found.slice(0, pairingsShown), found: found.length }
}

const nameOf = (pairing: Pairing) => livingMembers(pairing)[0]?.name ?? ''

export const livingCount = async (db: Db, roundId: string): Promise<number> =>
  (
    await db
      .selectFrom('pairing')
      .where('roundId', '=', roundId)
      .where('dissolvedAt', 'is', null)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count

/** Why those whom a parting took apart cannot be put back together; null when they can. */
type NoWayBack = 'introduced-since' | 'left-since' | 'told-since'

/** A parting as it can be taken back: the last of its pairing. */
export type PartedPairing = Pairing & {
  partedAt: Date
  /** Whom it took apart: those who left the round, and those who stayed in it. */
  parted: PairingMember[]
  noWayBack: NoWayBack | null
}

/** Pairings that members have left, the newest parting first. */
export async function partedPairings(db: Db | Tx, roundId: string): Promise<PartedPairing[]> {
  const all = await pairings(db, roundId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('pairingMember as one')
          .whereRef('one.pairingId', '=', 'pairing.id')
          .where('one.endedAt', 'is not', null),
      ),
    )
    .execute()
  return all
    .flatMap((row) => lastPartingOf(asPairing(row)) ?? [])
    .sort((a, b) => b.partedAt.getTime() - a.partedAt.getTime())
}

/** @returns null while nobody has left it */
export function lastPartingOf(pairing: Pairing): PartedPairing | null {
  const ends = pairing.members.flatMap(({ endedAt }) => (endedAt ? [endedAt.getTime()] : []))
  if (ends.length === 0) return null
  const last = Math.max(...ends)
  const parted = pairing.members.filter(({ endedAt }) => endedAt?.getTime() === last)
  return { ...pairing, partedAt: new Date(last), parted, noWayBack: noWayBackFor(parted, last) }
}

function noWayBackFor(parted: readonly PairingMember[], at: number): NoWayBack | null {
  if (parted.some(({ laterAt }) => laterAt !== null)) return 'introduced-since'
  if (parted.some(({ withdrawnAt }) => withdrawnAt !== null && withdrawnAt.getTime() !== at))
    return 'left-since'
  if (parted.some(({ isErased }) => isErased)) return 'left-since'
  return parted.some(({ isTold }) => isTold) ? 'told-since' : null
}
