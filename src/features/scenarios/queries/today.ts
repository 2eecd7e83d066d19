import { sql } from 'kysely'
import { type Db, rowContents, rowVersions, type Tx } from '../../../db/index.ts'
import { keeper } from '../../../platform/kept.ts'
import { officeKeeper } from '../../../platform/office-version.ts'
import type { Round } from '../../rounds/index.ts'
import { type Staleness, staleness, type Violation, violations } from '../scenario/scenario.ts'
import { inputsThenAndNow } from './inputs.ts'
import { groupsOf, proposalVersion, type Scenario } from './scenarios.ts'
import { standingProposal } from './standing.ts'

const keptStaleness = keeper<Staleness>(8)
const keptViolations = keeper<Violation[]>(8)

/** What has changed since a scenario was run, which its proposal as it stands does not know of. */
export async function stalenessOf(db: Db | Tx, round: Round, scenario: Scenario): Promise<Staleness> {
  return keptStaleness(db, await wantedOf(db, round, scenario), async () => {
    const { before, today } = await inputsThenAndNow(db, round, scenario)
    const { groups } = await groupsOf(db, scenario.id)
    return staleness(
      before,
      today,
      groups.map(({ members }) => ({ members, pinned: false })),
    )
  })
}

/** Everything that is wrong with the proposal of a scenario as it stands, by people and rules as they are now. */
export async function violationsOf(db: Db, round: Round, scenario: Scenario): Promise<Violation[]> {
  return keptViolations(db, await wantedOf(db, round, scenario), async () => {
    const { proposal, inputs, by } = await standingProposal(db, round, scenario)
    return violations(proposal, inputs.applicants, by)
  })
}

async function wantedOf(db: Db | Tx, round: Round, { id }: Scenario) {
  const rows = await keptVersions(db, id, async () =>
    [await proposalVersion(db, [id]), await todayVersion(db, round.id)].join(' '),
  )
  return { key: id, version: `${round.startsOn} ${rows}` }
}

/** While one round is matched, people apply for another. */
const keptVersions = officeKeeper<string>(8)

/** The version of all that a run would use as things stand. */
async function todayVersion(db: Db | Tx, roundId: string): Promise<string> {
  const { rows } = await sql<{ version: string }>`select concat_ws(' ',
    (select ${rowVersions('application', 'person')}
      from application join person on person.id = person_id where round_id = ${roundId}),
    (select ${rowVersions('person_address')} from person_address
      where person_id in (select person_id from application where round_id = ${roundId})),
    (select ${rowVersions('own_question')} from own_question where round_id = ${roundId} and sheet = 'application'),
    (select ${rowVersions('own_option')} from own_option
      where question_id in (select id from own_question where round_id = ${roundId} and sheet = 'application')),
    (select ${rowVersions('own_answer')} from own_answer
      where application_id in (select id from application where round_id = ${roundId})),
    (select ${rowVersions('again_wish')} from again_wish
      where application_id in (select id from application where round_id = ${roundId})),
    (select ${rowVersions('former_pairing')} from former_pairing),
    (select ${rowContents('living_partner')} from living_partner where round_id = ${roundId}),
    (select ${rowContents('former_partner')} from former_partner),
    (select ${rowVersions('pairing_rule')} from pairing_rule where round_id = ${roundId})
    ) as version`.execute(db)
  return rows[0]?.version ?? ''
}
