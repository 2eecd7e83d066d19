import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aRound } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import type { Tx } from '../../../db/index.ts'
import type { Introduced } from '../queries/introductions.ts'
import { confirm } from './releasing.ts'

const app = await testApp('2016-02-20T12:00:00Z')

/** More members than one statement has room for values. */
const pairs = 7_000

/** A scenario with so many pairs, straight into the tables: a coordinator would need a while. */
async function manyPairs(tx: Tx, roundId: string): Promise<Introduced[]> {
  // So many at once nobody sends, and a busy machine may take its time.
  await sql`set local statement_timeout = 0`.execute(tx)
  await sql`
    insert into person (id, name, given_name, family_name, email, email_key, zone, created_at)
    select md5('person' || n)::uuid, 'P', 'P', '', n || '@library.example', n || '@library.example', 'UTC', now()
    from generate_series(1, ${2 * pairs}) n`.execute(tx)
  await sql`
    insert into application (id, round_id, person_id, submitted_at, email, given_name, family_name, country,
      country_written, zone, sector, stage, languages, accepts_code, shares_email, accepted_at)
    select md5('application' || n)::uuid, ${roundId}, md5('person' || n)::uuid, now(), n || '@library.example', 'P', '',
      case when n % 2 = 0 then 'CL' else 'AU' end, '', 'UTC', 'public', 'early', '{en}', true, true, now()
    from generate_series(1, ${2 * pairs}) n`.execute(tx)
  const scenarioId = crypto.randomUUID()
  await sql`
    insert into scenario (id, round_id, number, weights, seed, engine, made_at)
    values (${scenarioId}, ${roundId}, 1, '{}', 1, 'none', now())`.execute(tx)
  await sql`
    insert into scenario_pair (id, scenario_id, score, reasons)
    select md5('pair' || n)::uuid, ${scenarioId}, 500, '[]' from generate_series(1, ${pairs}) n`.execute(tx)
  const { rows } = await sql<{ pairId: string; members: { applicationId: string; personId: string }[] }>`
    select md5('pair' || n)::uuid as pair_id, jsonb_build_array(
      jsonb_build_object('applicationId', md5('application' || (2 * n))::uuid, 'personId', md5('person' || (2 * n))::uuid),
      jsonb_build_object('applicationId', md5('application' || (2 * n - 1))::uuid, 'personId', md5('person' || (2 * n - 1))::uuid)
    ) as members from generate_series(1, ${pairs}) n`.execute(tx)
  return rows.map(({ pairId, members }) => ({
    pairId,
    score: 500,
    reasons: [],
    members: members.map((one) => ({ ...one, centre: false }) as Introduced['members'][number]),
  }))
}

test('thousands of pairs are confirmed in one go', async () => {
  const round = await aRound(app)
  const groups = await app.db.transaction().execute((tx) => manyPairs(tx, round.id))

  const pairingOf = await app.db.transaction().execute((tx) => confirm(app, tx, round.id, groups))

  const { count } = await app.db
    .selectFrom('pairingMember')
    .where('roundId', '=', round.id)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  expect([pairingOf.size, count]).toEqual([pairs, 2 * pairs])
})
