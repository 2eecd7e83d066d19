import { sql } from 'kysely'
import type { Tx } from '../../../db/index.ts'
import { dueAfter, type Kind } from '../case.ts'
import type { Fact } from '../fact.ts'
import type { Ladder } from '../ladder.ts'

/**
 * Writes down facts, each once: it opens a case, joins the one that is open, or opens the one of its kind again. Silence,
 * answers that contradict each other and an absence that has ended are one matter, and who waits for a new partner has a case already where one led
 * to it.
 *
 * @returns how many were new
 */
export async function tellFacts(
  tx: Tx,
  facts: readonly Fact[],
  { ladder, now }: { ladder: Ladder; now: Date },
): Promise<number> {
  const kindOf = await kindsToJoin(tx, facts)
  const placed = facts.map((fact) => ({ ...fact, kind: kindOf(fact) }))
  const opened = await open(tx, placed, { ladder, now })
  const idOf = new Map(opened.map((one) => [caseOf(one), one.id]))
  const events = placed.flatMap((fact) => {
    const caseId = idOf.get(caseOf(fact))
    const { what, key, personId, since, body = '' } = fact
    return caseId ? [{ caseId, kind: 'fact', what, key, personId, since, body, at: now }] : []
  })
  const fresh = await tx
    .insertInto('caseEvent')
    .values(events)
    .onConflict((conflict) => conflict.constraint('case_event_once').doNothing())
    .returning(['caseId', 'what'])
    .execute()
  await hurry(
    tx,
    fresh.flatMap(({ caseId, what }) => (what === 'help' || what === 'unheard' ? [caseId] : [])),
    { ladder, now },
  )
  await reopen(tx, new Set(fresh.map(({ caseId }) => caseId)), opened, { ladder, now })
  return fresh.length
}

/** Which case a fact joins: one that is open about the same thing, else one of its own kind. */
async function kindsToJoin(tx: Tx, facts: readonly Fact[]): Promise<(fact: Fact) => Kind> {
  const open = await tx
    .selectFrom('pairingCase')
    .where('pairingId', '=', sql<string>`any(${facts.map(({ pairingId }) => pairingId)}::uuid[])`)
    .where('closedAt', 'is', null)
    .where('kind', '<>', 'conduct')
    .select(['pairingId', 'kind'])
    .orderBy('openedAt')
    .execute()
  const ofPairing = Map.groupBy(open, ({ pairingId }) => pairingId)
  return ({ kind, pairingId }) => {
    const others = (ofPairing.get(pairingId) ?? []).map((one) => one.kind as Kind)
    if (others.includes(kind)) return kind
    const other = kind === 'parted' ? others[0] : others.find((one) => isQuiet(one) && isQuiet(kind))
    return other ?? kind
  }
}

/** Not heard of, in whichever way that shows. */
const isQuiet = (kind: Kind) => kind === 'silence' || kind === 'contradiction' || kind === 'absence'

type Told = { ladder: Ladder; now: Date }

/** There is one case of each kind in a pairing, and of reports one for each person they name. */
const caseOf = ({ pairingId, kind, applicationId }: Pick<Fact, 'pairingId' | 'kind' | 'applicationId'>) =>
  kind === 'conduct' ? `${pairingId} ${kind} ${applicationId}` : `${pairingId} ${kind}`

/** The cases that facts belong to, those that were not there made. */
async function open(tx: Tx, facts: readonly Fact[], { ladder, now }: Told) {
  const first = new Map(facts.map((fact) => [caseOf(fact), fact] as const).toReversed())
  const rows = [...first.values()]
    // Always in one order: two sweeps at once wait for each other and do not deadlock.
    .toSorted((a, b) => (a.pairingId < b.pairingId ? -1 : 1))
    .map(({ pairingId, applicationId, kind }) => ({
      ...{ pairingId, applicationId, kind, openedAt: now },
      dueAt: dueAfter(now, ladder.days[kind], 0),
    }))
  await tx
    .insertInto('pairingCase')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const found = await tx
    .selectFrom('pairingCase')
    .where('pairingId', '=', sql<string>`any(${rows.map(({ pairingId }) => pairingId)}::uuid[])`)
    .select(['id', 'pairingId', 'applicationId', 'kind', 'closedAt'])
    .orderBy('pairingId')
    .orderBy('kind')
    .orderBy('applicationId')
    .forUpdate()
    .execute()
  return found.map((row) => ({ ...row, kind: row.kind as Kind }))
}

/** Somebody says that they hear nothing: if their partner was asked once more, the next step waits no longer than after that. */
const hurry = (tx: Tx, caseIds: readonly string[], { ladder, now }: Told) =>
  tx
    .updateTable('pairingCase')
    .set({
      dueAt: sql<Date>`least(due_at, greatest(${now}::timestamptz, (
        select max(event.at) from case_event event where event.case_id = pairing_case.id and event.what = 'nudge'
      ) + make_interval(days => ${ladder.days.silence[1] ?? 1}::int)))`,
    })
    .where('id', '=', sql<string>`any(${caseIds}::uuid[])`)
    .where('kind', '=', 'silence')
    .where('rung', '>', 0)
    .execute()

type Opened = Awaited<ReturnType<typeof open>>

async function reopen(tx: Tx, told: ReadonlySet<string>, opened: Opened, { ladder, now }: Told) {
  const closed = opened.filter(({ id, closedAt }) => closedAt !== null && told.has(id))
  for (const [kind, some] of Map.groupBy(closed, (one) => one.kind))
    await tx
      .updateTable('pairingCase')
      .set({ closedAt: null, outcome: null, rung: 0, dueAt: dueAfter(now, ladder.days[kind], 0) })
      .where(
        'id',
        'in',
        some.map(({ id }) => id),
      )
      .execute()
  // Whom it is about now may be another of the two than the last time; who was in charge is not any more.
  return closed.length
}
