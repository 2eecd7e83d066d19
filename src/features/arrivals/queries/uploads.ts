import type { Db, Tx } from '../../../db/index.ts'
import { isUuid } from '../../../platform/ids.ts'
import { NotFound } from '../../../platform/refusals.ts'
import type { ArrivalKind, CameSite } from '../arrival.ts'
import type { Mapping, Wish } from '../mapping.ts'
import type { Report } from './report.ts'

/** What would become of a file, and what it asks to be decided. */
export type Rehearsal = {
  kind: ArrivalKind
  site: CameSite
  isWhole: boolean
  texts: number
  comments: number
  files: number
  /** All that is brought in one after the other. */
  total: number
  categories: { slug: string; name: string }[]
  report: Report
  mapping: Mapping
}

/** A file that was sent. */
export type Sent = {
  id: string
  fileName: string
  uploadedBy: string | null
  wish: Wish
  rehearsal: Rehearsal | null
  problem: string | null
  startedAt: Date | null
  arrivalId: string | null
}

/** @throws NotFound `no-such-arrival`, also when its week has passed */
export async function sentFile(db: Db | Tx, id: string, how?: 'lock'): Promise<Sent> {
  if (!isUuid(id)) throw new NotFound('no-such-arrival')
  const row = await db
    .selectFrom('arrivalUpload')
    .where('id', '=', id)
    .select(['id', 'fileName', 'uploadedBy', 'wish', 'rehearsal', 'problem', 'startedAt', 'arrivalId'])
    .$if(how === 'lock', (query) => query.forUpdate())
    .executeTakeFirst()
  if (!row) throw new NotFound('no-such-arrival')
  return { ...row, wish: row.wish as Wish, rehearsal: row.rehearsal as unknown as Rehearsal | null }
}

/** The bytes of a file that was sent, part by part. */
export const partsOfUpload = (db: Db, uploadId: string) =>
  async function* (): AsyncGenerator<Uint8Array> {
    const parts = db.selectFrom('arrivalUploadPart').where('uploadId', '=', uploadId)
    for (const { number } of await parts.select('number').orderBy('number').execute()) {
      const { bytes } = await parts.where('number', '=', number).select('bytes').executeTakeFirstOrThrow()
      yield bytes
    }
  }

/** An arrival as it is listed; `ordinal` things of it are done. */
export type Arrival = {
  id: string
  site: string
  fileName: string
  begunAt: Date
  endedAt: Date | null
  ordinal: number
  by: string | null
}

const listed = (db: Db) =>
  db
    .selectFrom('arrival')
    .leftJoin('person', 'person.id', 'arrival.begunBy')
    .select([
      'arrival.id',
      'arrival.site',
      'arrival.fileName',
      'arrival.begunAt',
      'arrival.endedAt',
      'arrival.ordinal',
    ])
    .select('person.name as by')

/** The newest first. */
export const arrivals = (db: Db): Promise<Arrival[]> =>
  listed(db).orderBy('begunAt', 'desc').limit(100).execute()

/** @throws NotFound `no-such-arrival` */
export async function arrivalById(db: Db, id: string): Promise<Arrival> {
  const found = isUuid(id) ? await listed(db).where('arrival.id', '=', id).executeTakeFirst() : undefined
  if (!found) throw new NotFound('no-such-arrival')
  return found
}

/** Files that were sent and have not come in, the newest first. */
export const waitingFiles = (db: Db) =>
  db
    .selectFrom('arrivalUpload')
    .where('arrivalId', 'is', null)
    .select(['id', 'fileName', 'uploadedAt'])
    .orderBy('uploadedAt', 'desc')
    .execute()

/** How many things of a file that was sent come in, one after the other; null for one that came from the terminal. */
export async function totalOf(db: Db, arrivalId: string): Promise<number | null> {
  const row = await db
    .selectFrom('arrivalUpload')
    .where('arrivalId', '=', arrivalId)
    .select('rehearsal')
    .executeTakeFirst()
  return (row?.rehearsal as unknown as Rehearsal | undefined)?.total ?? null
}
