import type { Db, Tx } from '../../../db/index.ts'

/** Former partners whom an applicant would gladly meet again. Nobody but them and coordinators may know. */
export const againOf = (db: Db | Tx, applicationId: string): Promise<{ id: string; name: string }[]> =>
  db
    .selectFrom('againWish')
    .innerJoin('person', 'person.id', 'againWish.partnerId')
    .where('applicationId', '=', applicationId)
    .select(['person.id', 'person.name'])
    .orderBy('person.name')
    .execute()
