import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db, Tx } from '../db/index.ts'
import type { Act, NotedOf } from './words.ts'

/** Any number will do, as long as it stays the same: journal rows are written one after the other. */
const journalLock = 20_160_229

/**
 * Notes an act of the office in the transaction that does it.
 *
 * @param actorId who acted; null for the system or the terminal
 * @param act for example `round.announced`; one without words does not compile
 * @param subject id of the thing acted on
 * @param detail ids, codes and counts, at least those that the sentence of the act names; no personal data beyond
 *   what the act itself is about
 */
export async function note<One extends Act>(
  tx: Tx,
  now: Date,
  actorId: string | null,
  act: One,
  subject: string | null,
  ...[detail]: Detail<One>
): Promise<void> {
  await sql`select pg_advisory_xact_lock(${journalLock})`.execute(tx)
  const last = await tx.selectFrom('journal').select('hash').orderBy('id', 'desc').limit(1).executeTakeFirst()
  const row: Row = { at: now, actorId, act, subject, detail: sortedJson(detail ?? {}) }
  const hash = hashOf(last?.hash ?? null, row)
  await tx
    .insertInto('journal')
    .values({ ...row, previousHash: last?.hash ?? null, hash })
    .execute()
}

/** As long as a slow line lets somebody wonder whether they pressed a button at all. */
const stillWonderingMs = 60_000

/** Whether the last that happened to something is what somebody did to it just now: a button that was pressed twice. */
export async function isPressedTwice(
  tx: Tx,
  now: Date,
  actorId: string | null,
  did: { act: Act; subject: string },
): Promise<boolean> {
  const last = await tx
    .selectFrom('journal')
    .select(['at', 'actorId', 'act'])
    .where('subject', '=', did.subject)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const isTheirs = last?.act === did.act && last.actorId === actorId
  return isTheirs && now.getTime() - last.at.getTime() < stillWonderingMs
}

/** @returns the id of the first row whose hash does not fit the one before, or null when the chain holds. */
export async function brokenJournalRow(db: Db): Promise<number | null> {
  let previous: Buffer | null = null
  for (const row of await db.selectFrom('journal').selectAll().orderBy('id').execute()) {
    const { at, actorId, act, subject, detail } = row
    const expected = hashOf(previous, { at, actorId, act, subject, detail: sortedJson(detail) })
    if (!expected.equals(row.hash)) return row.id
    previous = row.hash
  }
  return null
}

type Detail<One extends Act> =
  Record<string, never> extends NotedOf<One> ? [detail?: NotedOf<One>] : [detail: NotedOf<One>]

type Row = { at: Date; actorId: string | null; act: string; subject: string | null; detail: string }

function hashOf(previous: Buffer | null, row: Row): Buffer {
  const text = JSON.stringify([row.at.toISOString(), row.actorId, row.act, row.subject, row.detail])
  return createHash('sha256')
    .update(previous ?? '')
    .update(text)
    .digest()
}

/** PostgreSQL keeps no order of keys in jsonb, so the hash is taken over sorted ones. */
function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
