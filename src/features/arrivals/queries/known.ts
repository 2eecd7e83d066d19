import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { personIdByEmail } from '../../people/index.ts'
import type { CameFile, itemKinds, Outcome } from '../arrival.ts'
import type { Mapping } from '../mapping.ts'

/** What became of a thing when it came before. */
export type Before = {
  fingerprint: Buffer
  outcome: Outcome
  reason: string
  postId: string | null
  revision: number | null
  mediaId: string | null
  commentId: string | null
}

export type Kind = (typeof itemKinds)[number]

/** What came before of a site, by its number. */
export async function before(
  db: Db | Tx,
  { site, kind, ids }: { site: string; kind: Kind; ids: readonly string[] },
): Promise<Map<string, Before>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('arrivalItem')
    .where('site', '=', site)
    .where('kind', '=', kind)
    .where('sourceId', '=', sql<string>`any(${[...ids]}::text[])`)
    .select(['sourceId', 'fingerprint', 'outcome', 'reason', 'postId', 'revision', 'mediaId', 'commentId'])
    .execute()
  return new Map(rows.map(({ sourceId, ...row }) => [sourceId, { ...row, outcome: row.outcome as Outcome }]))
}

/**
 * Files of a site that came before and are pictures of ours, each once for every address it had. A blog may come in several files:
 * texts of one show pictures of another.
 */
export async function filesBefore(db: Db, site: string): Promise<(CameFile & { mediaId: string })[]> {
  const rows = await db
    .selectFrom('arrivalItem')
    .innerJoin('media', 'media.id', 'arrivalItem.mediaId')
    .leftJoin('oldAddress', (join) =>
      join.onRef('oldAddress.mediaId', '=', 'media.id').on('oldAddress.key', '=', ''),
    )
    .where('arrivalItem.site', '=', site)
    .where('arrivalItem.kind', '=', 'file')
    .select(['arrivalItem.sourceId', 'media.id as mediaId', 'media.alt', 'media.caption', 'oldAddress.path'])
    .execute()
  return rows.map(({ path, ...row }) => ({
    ...row,
    ...{ is: 'file', url: path ?? '', address: '', parentId: '', title: '' },
  }))
}

/** Rounds by their codes. @throws NotFound `no-such-round` when the mapping names one that is not there */
export async function roundsIn(
  db: Db,
  { categories }: Pick<Mapping, 'categories'>,
): Promise<Map<string, string>> {
  const rounds = await db.selectFrom('round').select(['id', 'code']).execute()
  const byCode = new Map(rounds.map(({ id, code }) => [code, id]))
  for (const { round } of Object.values(categories))
    if (round !== undefined && !byCode.has(round)) throw new NotFound('no-such-round', { code: round })
  return byCode
}

export const roundCodes = async (db: Db): Promise<string[]> =>
  (await db.selectFrom('round').select('code').orderBy('startsOn', 'desc').execute()).map(({ code }) => code)

/**
 * Who signs, by login. An account is theirs only where the mapping says so: an address in a file proves nothing.
 *
 * @throws NotFound `no-such-person` when the mapping names one that is not there
 */
export async function signersOf(
  app: App,
  { authors }: Pick<Mapping, 'authors'>,
): Promise<Map<string, { name: string; personId: string | null }>> {
  const signers = new Map<string, { name: string; personId: string | null }>()
  for (const [login, { name, account }] of Object.entries(authors)) {
    const personId = account === undefined ? null : await personIdByEmail(app.db, account)
    signers.set(login, { name, personId })
  }
  return signers
}

/** Keyed hashes of addresses that were erased, of those who may not come back by a file. */
export async function erasedHashes(db: Db): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('erasedAddress').select('addressHash').execute()
  return new Set(rows.map(({ addressHash }) => addressHash.toString('hex')))
}
