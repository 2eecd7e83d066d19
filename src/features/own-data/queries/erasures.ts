import { type Selectable, sql } from 'kysely'
import type { Db, Tables, Tx } from '../../../db/index.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { hashOf } from '../../../platform/secret.ts'
import { askedBefore } from '../erasure.ts'

export type OpenErasure = { id: string; personId: string; askedAt: Date; zone: string }

/** What can be taken back by a link. @throws NotFound `no-such-erasure` */
export async function openErasure(db: Db | Tx, secret: string): Promise<OpenErasure> {
  const open = await db
    .selectFrom('erasure')
    .innerJoin('person', 'person.id', 'erasure.personId')
    .where('tokenHash', '=', hashOf(secret))
    .where('takenBackAt', 'is', null)
    .where('erasure.erasedAt', 'is', null)
    .select(['erasure.id', 'person.id as personId', 'askedAt', 'zone'])
    .executeTakeFirst()
  if (!open) throw new NotFound('no-such-erasure')
  return open
}

/**
 * Whether a director has let the person in again since it was asked for: then they stay, also when they are shut out once
 * more. For queries in which `erasure` and `person` stand.
 */
export const hasLapsed = sql<boolean>`(person.disabled_at is null or person.disabled_at > erasure.asked_at)`

/** Somebody whose account is closed until it is erased, who wants to sign in. */
export type ClosedOut = Pick<Selectable<Tables['person']>, 'name' | 'givenName' | 'email' | 'zone'> & {
  erasureId: string
  personId: string
  askedAt: Date
  why: string
  locale: string
  requestedAt: Date
}

/** In this time it is of use to be told why no link came. */
const toldForMs = 60 * 60_000

/** Who asked for a link to sign in since, lately, and was not answered yet; by their newest request. */
export const closedOut = (db: Db, now: Date): Promise<ClosedOut[]> =>
  db
    .selectFrom('signInRequest as request')
    .innerJoin('erasure', 'erasure.personId', 'request.personId')
    .innerJoin('person', 'person.id', 'erasure.personId')
    .distinctOn('erasure.id')
    .where('takenBackAt', 'is', null)
    .where('erasure.erasedAt', 'is', null)
    // Who was shut out before is not let in by taking it back.
    .whereRef('person.disabledAt', '=', 'erasure.askedAt')
    .where('askedAt', '>', askedBefore(now))
    .whereRef('requestedAt', '>', 'askedAt')
    .where('requestedAt', '>', new Date(now.getTime() - toldForMs))
    .where(
      sql<boolean>`not exists (select from outbox where outbox.person_id = person.id
        and outbox.kind = 'erasure-asked' and outbox.created_at >= request.requested_at)`,
    )
    .select(['erasure.id as erasureId', 'person.id as personId', 'askedAt', 'why'])
    .select(['person.name', 'givenName', 'email', 'zone', 'request.locale', 'requestedAt'])
    .orderBy('erasure.id')
    .orderBy('requestedAt', 'desc')
    .execute()

/** Whose week is over. */
export const dueErasures = (db: Db | Tx, now: Date) =>
  db
    .selectFrom('erasure')
    .innerJoin('person', 'person.id', 'erasure.personId')
    .where('takenBackAt', 'is', null)
    .where('erasure.erasedAt', 'is', null)
    .where(sql<boolean>`not ${hasLapsed}`)
    .where('askedAt', '<=', askedBefore(now))
    .select(['erasure.id', 'person.id as personId'])
    .orderBy('askedAt')

export type Request = {
  id: string
  /** Null for someone who is gone. */
  name: string | null
  personId: string
  why: string
  askedAt: Date
  takenBackAt: Date | null
  erasedAt: Date | null
  hasLapsed: boolean
}

const requestsShown = 100

/** The newest requests. */
export const newestRequests = (db: Db): Promise<Request[]> =>
  db
    .selectFrom('erasure')
    .leftJoin('person', (join) =>
      join.onRef('person.id', '=', 'erasure.personId').on('person.erasedAt', 'is', null),
    )
    .select(['erasure.id', 'person.name', 'personId', 'why', 'askedAt', 'takenBackAt', 'erasure.erasedAt'])
    .select(hasLapsed.as('hasLapsed'))
    .orderBy('askedAt', 'desc')
    .limit(requestsShown)
    .execute()
