import type { Db } from '../../../db/index.ts'

/** A request for a link by someone we know. */
export type RequestedLink = {
  personId: string
  name: string
  givenName: string
  email: string
  next: string
  locale: string
}

/** Nobody when the address is not known, or its person is disabled by now. */
export const requestedLink = (db: Db, requestId: string): Promise<RequestedLink | undefined> =>
  db
    .selectFrom('signInRequest as request')
    .innerJoin('person', 'person.id', 'request.personId')
    .where('request.id', '=', requestId)
    .where('person.disabledAt', 'is', null)
    .select(['person.id as personId', 'person.name', 'person.givenName', 'person.email'])
    .select(['request.next', 'request.locale'])
    .executeTakeFirst()
