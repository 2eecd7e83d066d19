import { anApplication, aPerson, aRound } from '../../../../test/builders.ts'
import type { TestApp } from '../../../../test/harness.ts'
import { openScenario, pinPair, runScenario } from '../../scenarios/index.ts'
import { releasePairings } from './release.ts'

/** How many rounds were made in a network, for the codes of the next ones. */
const madeIn = new WeakMap<TestApp, number>()

/**
 * A round of its own, released on 21 February 2016: Ana and Bo, Chi and Dev, Fay and Gil are partners, Eun is in
 * reserve. Ana reads Spanish and Gil Arabic.
 */
export async function aRunningRound(app: TestApp) {
  const made = (madeIn.get(app) ?? 0) + 1
  madeIn.set(app, made)
  app.at('2016-02-20T12:00:00Z')
  const round = await aRound(app, {
    code: `${2016 + Math.floor(made / 26)}${String.fromCharCode(65 + (made % 26))}`,
  })
  const coordinator = await aPerson(app, { role: 'coordinator', name: 'Cora Lind' })
  const from = (name: string, country: string, zone: string, wish = {}) =>
    anApplication(app, round, { name, country, zone, ...wish })
  const people = {
    ana: await from('Ana Luz', 'BR', 'America/Sao_Paulo', { locale: 'es' }),
    bo: await from('Bo Ek', 'SE', 'Europe/Stockholm', { sharesEmail: false }),
    chi: await from('Chi Eze', 'NG', 'Africa/Lagos'),
    dev: await from('Dev Rao', 'IN', 'Asia/Kolkata'),
    eun: await from('Eun Park', 'KR', 'Asia/Seoul'),
    fay: await from('Fay Gray', 'CA', 'America/Toronto'),
    gil: await from('Gil Haddad', 'JO', 'Asia/Amman', { locale: 'ar' }),
  }
  const { ana, bo, chi, dev, fay, gil } = people
  for (const [one, other] of [
    [ana, bo],
    [chi, dev],
    [fay, gil],
  ] as const)
    await pinPair(app, coordinator, round.code, [one.id, other.id])
  await runScenario(app, (await openScenario(app, coordinator, round.code)).id)
  app.at('2016-02-21T18:00:00Z')
  await releasePairings(app, coordinator, round.code, null)
  return { round, coordinator, people, pairingOf: (one: { id: string }) => pairingOf(app, one.id) }
}

/** The pairing that someone was put in first. */
async function pairingOf(app: TestApp, applicationId: string): Promise<string> {
  const { pairingId } = await app.db
    .selectFrom('pairingMember')
    .innerJoin('pairing', 'pairing.id', 'pairingId')
    .where('applicationId', '=', applicationId)
    .select('pairingId')
    .orderBy('confirmedAt')
    .executeTakeFirstOrThrow()
  return pairingId
}

/** Runs the matching of those without a partner. @returns the number of the scenario */
export async function rematch(app: TestApp, code: string, actor: Parameters<typeof openScenario>[1]) {
  const { id, number } = await openScenario(app, actor, code, { pool: 'rematch', asPlan: false })
  await runScenario(app, id)
  return number
}

/** Every row that a parting or a later release could touch, by table. */
export async function allRows(app: TestApp) {
  const { db } = app
  const pairings = await db.selectFrom('pairing').selectAll().execute()
  const members = await db.selectFrom('pairingMember').selectAll().execute()
  const applications = await db.selectFrom('application').selectAll().execute()
  const mails = await db.selectFrom('outbox').selectAll().execute()
  const rules = await db.selectFrom('pairingRule').selectAll().execute()
  return {
    pairing: byKey(pairings, ({ id }) => id),
    pairingMember: byKey(members, (one) => `${one.pairingId} ${one.applicationId}`),
    application: byKey(applications, ({ id }) => id),
    outbox: byKey(mails, ({ key }) => key),
    pairingRule: byKey(rules, ({ id }) => id),
  }
}

const byKey = <Row>(rows: readonly Row[], key: (row: Row) => string) =>
  Object.fromEntries(rows.map((row) => [key(row), row]))

type Rows = Record<string, Record<string, unknown>>

/** The keys of rows that were added, changed or removed, by table; tables without any are left out. */
export function touched(before: Rows, after: Rows): Record<string, string[]> {
  const changes = Object.keys(before).map((table) => {
    const [was, is] = [before[table] ?? {}, after[table] ?? {}]
    const keys = new Set([...Object.keys(was), ...Object.keys(is)])
    return [
      table,
      [...keys].filter((key) => JSON.stringify(was[key]) !== JSON.stringify(is[key])).sort(),
    ] as const
  })
  return Object.fromEntries(changes.filter(([, keys]) => keys.length > 0))
}
