import type { Db, Tx } from '../../../db/index.ts'

/** Former partners whom an applicant would gladly meet again. Nobody but them and coordinators may know. */
export const againOf = (db: Db | Tx, applicationId: string): Promise<{ id: string; name: string }[]> =>
  db
    .selectFrom('againWish')
    .innerJoin('person', 'person.id', 'againWish.partnerId')
    .innerJoin('application', 'application.id', 'againWish.applicationId')
    .where((eb) => eb.or([eb('applicationId', '=', applicationId), eb('mergedInto', '=', applicationId)]))
    .distinct()
    .select(['person.id', 'person.name'])
    .orderBy('person.name')
    .execute()
