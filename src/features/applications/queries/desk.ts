import { type RawBuilder, sql } from 'kysely'
import { type Db, rowContents, rowVersion, rowVersions, type Tx } from '../../../db/index.ts'
import { keeper } from '../../../platform/kept.ts'
import { officeKeeper } from '../../../platform/office-version.ts'
import type { Actor } from '../../people/index.ts'
import type { Application } from '../application.ts'
import { type Desk, deskOf } from '../desk.ts'
import { maySeeApplications } from '../policy.ts'
import { applicationsOf, asApplication, columns, settledPairs } from './applications.ts'
import { correctionKinds, openCorrections } from './corrections.ts'
import { leftOutOf } from './left-out.ts'
import { openQuestions } from './questions.ts'
import { waitedBefore } from './waited.ts'

/** What the desk of a round looks like now. Empty for anyone who may not see applications. */
export async function deskFor(db: Db | Tx, actor: Actor, roundId: string): Promise<Desk> {
  if (!maySeeApplications(actor)) return deskWith(db, roundId, await applicationsOf(db, actor, roundId))
  const wanted = { key: roundId, version: await keptVersions(db, roundId, () => versionOf(db, roundId)) }
  const { desk } = await kept(db, wanted, async (former) => {
    const rows = await rowsOf(db, roundId, former?.rows ?? new Map())
    return {
      rows,
      desk: await deskWith(
        db,
        roundId,
        [...rows.values()].map(({ application }) => application),
      ),
    }
  })
  return desk
}

async function deskWith(db: Db | Tx, roundId: string, applications: readonly Application[]): Promise<Desk> {
  return deskOf(applications, {
    settled: await settledPairs(db, roundId),
    corrections: await openCorrections(db, roundId),
    questions: await openQuestions(db, roundId),
    leftOut: await leftOutOf(db, roundId),
    waited: await waitedBefore(db, roundId),
  })
}

type Row = { version: string; application: Application }

/** The desks of the rounds that are worked on, of so many applications in all. That of 10,000 people is some 30 MB. */
const kept = keeper<{ rows: ReadonlyMap<string, Row>; desk: Desk }>(30_000, ({ rows }) => rows.size)

/** While one round is worked on, people apply for another. */
const keptVersions = officeKeeper<string>(8)

/** The version of all that a desk is made of. */
async function versionOf(db: Db | Tx, roundId: string): Promise<string> {
  const of = (table: string, more: RawBuilder<unknown>, ...also: string[]) =>
    sql`(select ${rowVersions(table, ...also)} from ${sql.table(table)} ${more})`
  const inRound = (by: string) =>
    sql`join application on application.id = ${sql.ref(by)} where application.round_id = ${roundId}`
  const { rows } = await sql<{ version: string }>`select concat_ws(' ',
    ${of('application', sql`where round_id = ${roundId}`)},
    ${of('application', sql`where round_id <> ${roundId} and waitlisted_at is not null`)},
    (select ${rowContents('left_waiting')} from left_waiting where round_id <> ${roundId}),
    (select ${rowVersions('round')} from round),
    ${of('duplicate_verdict', inRound('first_id'))},
    ${of('obvious_left_out', inRound('application_id'))},
    ${of('import_row', sql`${inRound('application_id')} and correction is not null`)},
    ${of('application_fix', sql`${inRound('application_id')} and kind in (${sql.join([...correctionKinds])})`)},
    ${of('application_question', sql`left join person on person.id = asked_by ${inRound('application_id')}`, 'person')}
    ) as version`.execute(db)
  return rows[0]?.version ?? ''
}

/** In the order in which they came. Rows that are as they were are not read again, and what was told of them stays true. */
async function rowsOf(
  db: Db | Tx,
  roundId: string,
  former: ReadonlyMap<string, Row>,
): Promise<Map<string, Row>> {
  const now = await versionsOf(db, roundId)
  const missing = now.filter(([id, version]) => former.get(id)?.version !== version).map(([id]) => id)
  const read = new Map<string, Row>()
  if (missing.length > 0)
    for (const { version, ...row } of await changedRows(db, roundId, missing))
      read.set(row.id, { version, application: asApplication(row) })
  return new Map(
    now.flatMap(([id]) => {
      const row = read.get(id) ?? former.get(id)
      return row ? [[id, row] as const] : []
    }),
  )
}

/** Many small rows, which are quicker to read as one. */
async function versionsOf(db: Db | Tx, roundId: string): Promise<[id: string, version: string][]> {
  const { rows } = await sql<{ versions: [string, string][] | null }>`
    select json_agg(json_build_array(id, ${rowVersion('application')}) order by submitted_at, id) as versions
    from application where round_id = ${roundId}`.execute(db)
  return rows[0]?.versions ?? []
}

/** Beyond so many, all are read: a statement takes no more values. */
const mostNamed = 1000

const changedRows = (db: Db | Tx, roundId: string, ids: readonly string[]) =>
  db
    .selectFrom('application')
    .select([...columns, rowVersion('application').as('version')])
    .where('roundId', '=', roundId)
    .$if(ids.length <= mostNamed, (query) => query.where('id', 'in', ids))
    .execute()
