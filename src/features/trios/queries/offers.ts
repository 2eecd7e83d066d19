import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import { NotFound } from '../../../platform/refusals.ts'
import type { Participant } from '../../pairings/index.ts'
import type { Outcome } from '../trio.ts'

/** One of the three, with what an email to them needs. */
export type Asked = Pick<
  Participant,
  'applicationId' | 'personId' | 'name' | 'givenName' | 'email' | 'locale' | 'zone' | 'country' | 'sector'
> & {
  /** Of the question to them. */
  id: string
  /** The one who would join the pair. */
  isWaiting: boolean
  /** Null until they answer. */
  agrees: boolean | null
}

export type Offer = {
  id: string
  roundId: string
  pairingId: string
  applicationId: string
  madeAt: Date
  openUntil: Date
  outcome: Outcome | null
  /** The pair, by name, and last whoever would join it. */
  people: Asked[]
  /** The pair goes on, and is two. */
  isPair: boolean
  /** Whoever would join it takes part, and has no partner. */
  stillWaits: boolean
}

/** Whether it can be answered, and come about. */
export const isOpen = ({ outcome, openUntil, isPair, stillWaits }: Offer, now: Date): boolean =>
  outcome === null && now < openUntil && isPair && stillWaits

const people = sql<Asked[]>`(
  select json_agg(json_build_object('id', asked.id, 'applicationId', application.id, 'personId', person.id,
      'name', application.name, 'givenName', application.given_name, 'email', person.email, 'locale', person.locale,
      'zone', coalesce(application.zone, round.zone), 'country', application.country, 'sector', application.sector,
      'isWaiting', asked.application_id = trio_offer.application_id, 'agrees', asked.agrees)
    order by asked.application_id = trio_offer.application_id, application.name, application.id)
  from trio_asked asked
  join application on application.id = asked.application_id
  join person on person.id = application.person_id
  join round on round.id = application.round_id
  where asked.offer_id = trio_offer.id)`

const offers = (db: Db | Tx) =>
  db
    .selectFrom('trioOffer')
    .innerJoin('pairing', 'pairing.id', 'trioOffer.pairingId')
    .select(['trioOffer.id', 'pairing.roundId', 'trioOffer.pairingId', 'trioOffer.applicationId'])
    .select(['madeAt', 'openUntil', sql<Outcome | null>`trio_offer.outcome`.as('outcome')])
    .select([
      sql<Asked[]>`coalesce(${people}, '[]')`.as('people'),
      sql<boolean>`(select count(*) from pairing_member member
        where member.pairing_id = trio_offer.pairing_id and member.ended_at is null) = 2`.as('isPair'),
      sql<boolean>`exists (select from participant where participant.application_id = trio_offer.application_id)
        and not exists (select from living_partner where living_partner.application_id = trio_offer.application_id)`.as(
        'stillWaits',
      ),
    ])

/** All offers that would have brought somebody to a pair, the newest first. @param applicationId theirs */
export const offersFor = (db: Db | Tx, applicationId: string): Promise<Offer[]> =>
  offers(db)
    .where('trioOffer.applicationId', '=', applicationId)
    .orderBy('madeAt', 'desc')
    .orderBy('trioOffer.id')
    .execute()

/** Offers without an outcome that cannot be answered any more. */
export const lapsedOffers = async (db: Db, now: Date): Promise<Offer[]> =>
  (await offers(db).where('trioOffer.outcome', 'is', null).execute()).filter((one) => !isOpen(one, now))

/**
 * The offer of a question, and whom it asks.
 *
 * @param id of the question
 * @throws NotFound `no-such-trio`, also for someone whose data has been erased
 */
export async function offerAsking(db: Db | Tx, id: string): Promise<{ offer: Offer; asked: Asked }> {
  const offer = await offers(db)
    .where('trioOffer.id', '=', (eb) =>
      eb.selectFrom('trioAsked').where('trioAsked.id', '=', id).select('offerId'),
    )
    .executeTakeFirst()
  const asked = offer?.people.find((one) => one.id === id)
  if (!offer || !asked) throw new NotFound('no-such-trio')
  return { offer, asked }
}

/** Questions to someone in offers that are open. */
export async function questionsTo(db: Db, personId: string, now: Date) {
  const found = await offers(db)
    .where('trioOffer.outcome', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('trioAsked')
          .innerJoin('application', 'application.id', 'trioAsked.applicationId')
          .whereRef('trioAsked.offerId', '=', 'trioOffer.id')
          .where('application.personId', '=', personId),
      ),
    )
    .orderBy('madeAt')
    .execute()
  return found
    .filter((offer) => isOpen(offer, now))
    .flatMap((offer) => {
      const asked = offer.people.find((one) => one.personId === personId)
      return asked ? [{ offer, asked }] : []
    })
}

/** Pairs that are asked now, or that would rather not: those are not asked again in this round. */
export async function pairsNotToAsk(db: Db | Tx, roundId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('trioOffer')
    .innerJoin('pairing', 'pairing.id', 'trioOffer.pairingId')
    .where('pairing.roundId', '=', roundId)
    .where((eb) => eb.or([eb('outcome', 'is', null), eb('outcome', '=', 'declined')]))
    .select('trioOffer.pairingId')
    .execute()
  return new Set(rows.map(({ pairingId }) => pairingId))
}

/** That a pair has been asked, for the case of whoever waits. */
export type OpenTrio = { applicationId: string; names: string[]; openUntil: Date }

/** Offers that can be answered, of those whose applications these are. */
export async function openTriosOf(db: Db, applicationIds: readonly string[], now: Date): Promise<OpenTrio[]> {
  if (applicationIds.length === 0) return []
  const found = await offers(db)
    .where('trioOffer.applicationId', 'in', applicationIds)
    .where('trioOffer.outcome', 'is', null)
    .execute()
  return found
    .filter((offer) => isOpen(offer, now))
    .map(({ applicationId, people, openUntil }) => ({
      applicationId,
      openUntil,
      names: people.filter(({ isWaiting }) => !isWaiting).map(({ name }) => name),
    }))
}
