import type { Db, Tx } from '../../../db/index.ts'
import { hashOf } from '../../../platform/secret.ts'

/** A request for a link by someone we know. */
export type RequestedLink = {
  personId: string
  name: string
  givenName: string
  email: string
  next: string
  locale: string
}

/** Nobody when the address is not known, its person is disabled by now, or the link was made. */
export const requestedLink = (db: Db | Tx, requestId: string): Promise<RequestedLink | undefined> =>
  db
    .selectFrom('signInRequest as request')
    .innerJoin('person', 'person.id', 'request.personId')
    .where('request.id', '=', requestId)
    .where('request.linkHash', 'is', null)
    .where('person.disabledAt', 'is', null)
    .select(['person.id as personId', 'person.name', 'person.givenName', 'person.email'])
    .select(['request.next', 'request.locale'])
    .executeTakeFirst()

/** When and with what a link was asked for, and the zone of its person. */
export type AskedFrom = { requestedAt: Date; userAgent: string | null; zone: string }

/** Of a link that someone holds; undefined for links that nobody asked for here, and a day later. */
export const askedFrom = (db: Db, secret: string): Promise<AskedFrom | undefined> =>
  db
    .selectFrom('signInRequest as request')
    .innerJoin('person', 'person.id', 'request.personId')
    .where('request.linkHash', '=', hashOf(secret))
    .select(['request.requestedAt', 'request.userAgent', 'person.zone'])
    .executeTakeFirst()
