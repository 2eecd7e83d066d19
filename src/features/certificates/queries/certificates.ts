import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { type Standing, standingOf } from '../certificate.ts'

/** A certificate, without its files. */
export type Certificate = {
  id: string
  code: string
  applicationId: string
  roundId: string
  personId: string
  nameWritten: string
  locale: string
  checkIns: number
  endSurvey: boolean
  askedAt: Date
  issuedAt: Date | null
  withdrawnAt: Date | null
  withdrawnWhy: string
  standing: Standing
}

const isReplaced = sql<boolean>`exists (select from certificate newer where newer.replaces = certificate.id)`

const certificates = (db: Db | Tx) =>
  db
    .selectFrom('certificate')
    .select([
      'id',
      'code',
      'applicationId',
      'roundId',
      'personId',
      'nameWritten',
      'locale',
      'checkIns',
      'endSurvey',
    ])
    .select(['askedAt', 'issuedAt', 'withdrawnAt', 'withdrawnWhy', isReplaced.as('isReplaced')])

type Row = Omit<Certificate, 'standing'> & { isReplaced: boolean }
const standing = ({ isReplaced, ...row }: Row): Certificate => ({
  ...row,
  standing: standingOf({ ...row, isReplaced }),
})

/** @throws NotFound `no-such-certificate` */
export async function certificateByCode(db: Db, code: string): Promise<Certificate> {
  const row = await certificates(db).where('code', '=', code).executeTakeFirst()
  if (!row) throw new NotFound('no-such-certificate')
  return standing(row)
}

/** @throws NotFound `no-such-certificate` */
export async function certificateById(db: Db | Tx, id: string): Promise<Certificate> {
  const row = await certificates(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('no-such-certificate')
  return standing(row)
}

/** The last certificate of a place in a round, whatever has become of it; null while there was none. */
export async function latestOf(db: Db | Tx, applicationId: string): Promise<Certificate | null> {
  const row = await certificates(db)
    .where('applicationId', '=', applicationId)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  return row ? standing(row) : null
}

/** How many a place in a round has had. */
export async function countOf(db: Db | Tx, applicationId: string): Promise<number> {
  const { count } = await db
    .selectFrom('certificate')
    .where('applicationId', '=', applicationId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Those of a person that hold or are being made, and those that were withdrawn and have none in their place; newest first. */
export async function ownCertificates(db: Db, personId: string): Promise<Certificate[]> {
  const rows = await certificates(db)
    .where('personId', '=', personId)
    .where(sql<boolean>`not ${isReplaced}`)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(standing)
}

/** All of a round, as they were asked for; those that were replaced are not there. */
export async function certificatesOf(db: Db, roundId: string): Promise<Certificate[]> {
  const rows = await certificates(db)
    .where('roundId', '=', roundId)
    .where(sql<boolean>`not ${isReplaced}`)
    .orderBy('nameWritten')
    .orderBy('number')
    .execute()
  return rows.map(standing)
}

/** The file of one that holds. @throws NotFound `no-such-certificate` */
export async function pdfBytes(db: Db, code: string): Promise<Buffer> {
  const row = await live(db).where('code', '=', code).select('pdf').executeTakeFirst()
  if (!row?.pdf) throw new NotFound('no-such-certificate')
  return row.pdf
}

/** The signed badge of one that holds. @throws NotFound `no-such-certificate` */
export async function badgeOf(db: Db, id: string): Promise<object> {
  const row = await live(db).where('id', '=', id).select('credential').executeTakeFirst()
  if (!row?.credential) throw new NotFound('no-such-certificate')
  return row.credential as object
}

const live = (db: Db) =>
  db.selectFrom('certificate').where('withdrawnAt', 'is', null).where('issuedAt', 'is not', null)

/** Places in the lists of what was withdrawn, of all that have ever been issued. */
export async function withdrawnNumbers(db: Db | Tx): Promise<{ numbers: number[]; at: Date | null }> {
  const rows = await db
    .selectFrom('certificate')
    .where('withdrawnAt', 'is not', null)
    .select(['number', 'withdrawnAt'])
    .orderBy('number')
    .execute()
  const at = rows.reduce<Date | null>(
    (last, { withdrawnAt }) => (!last || (withdrawnAt && withdrawnAt > last) ? withdrawnAt : last),
    null,
  )
  return { numbers: rows.map(({ number }) => number), at }
}

/** Names under which the network has ever signed, and the keys by which that can be checked. */
export const keysOf = (db: Db, did: string) =>
  db
    .selectFrom('signingKey')
    .where('did', '=', did)
    .where('stolenAt', 'is', null)
    .select(['publicKey', 'retiredAt'])
    .orderBy('madeAt', 'desc')
    .execute()

/** What has been asked for and is not made, the oldest first; or is to be signed again. */
export async function unmadeIds(db: Db, ids?: readonly string[]): Promise<string[]> {
  if (ids?.length === 0) return []
  const rows = await db
    .selectFrom('certificate')
    .where('credential', 'is', null)
    .where('withdrawnAt', 'is', null)
    .where('nameWritten', '<>', '')
    .$if(ids !== undefined, (query) => query.where('id', 'in', ids ?? []))
    .select('id')
    .orderBy('askedAt')
    .execute()
  return rows.map(({ id }) => id)
}
