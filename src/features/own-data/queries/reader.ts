import type { Db } from '../../../db/index.ts'

/** Somebody as the reader of their own copy. */
export const readerById = (db: Db, personId: string) =>
  db
    .selectFrom('person')
    .where('id', '=', personId)
    .select(['name', 'locale', 'zone'])
    .executeTakeFirstOrThrow()
