import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { all } from '../../src/features/all.ts'
import { testApp } from '../harness.ts'
import { aboutNoState, covered, decisions, publicationCovered } from './covered.ts'
import { contributed } from './publication-sentences.ts'
import type { PublicationState } from './publication-state.ts'
import { type PublicationStateName, publicationStates } from './publication-states.ts'
import type { State } from './state.ts'
import { type StateName, states } from './states.ts'

const app = await testApp()

test('the database knows no reason to drop an application that is not lived through', async () => {
  expect(Object.keys(covered.dropReasons).sort()).toEqual(await valuesOf('application_drop_reason_known'))
})

test('the database knows no decision about an application that is not lived through', async () => {
  const { rows } = await sql<{ name: string }>`select column_name as name from information_schema.columns
    where table_name = 'application' and (column_name like '%\\_at' or column_name like '%\\_into')
      and column_name not in ('submitted_at') order by 1`.execute(app.db)

  expect(rows.map(({ name }) => name)).toEqual(decisions)
})

test('every kind of email that participants and applicants get is in some state', () => {
  const kinds = all.flatMap(({ mailKinds = {} }) => Object.keys(mailKinds))
  const lived: Partial<State & PublicationState>[] = [
    ...Object.values(states),
    ...Object.values(publicationStates),
  ]
  const inStates = lived.flatMap(({ emails = [] }) => emails.map(({ kind }) => kind))

  expect([...new Set([...inStates, ...aboutNoState])].sort()).toEqual(kinds.sort())
})

test('every state that is said to cover a value is one of the table', () => {
  const named: StateName[] = Object.values(covered).flatMap((one) => Object.values(one))

  expect(named.filter((name) => !(name in states))).toEqual([])
})

test('everything that the author of a contribution is told is in some state, and so is each value of the publication', () => {
  const lived: PublicationState[] = Object.values(publicationStates)
  const emails = lived.flatMap((state) => state.emails ?? [])
  const named: PublicationStateName[] = Object.values(publicationCovered).flatMap((one) => Object.values(one))

  expect(Object.values(contributed).filter((one) => !emails.includes(one))).toEqual([])
  expect(named.filter((name) => !(name in publicationStates))).toEqual([])
})

/** The values that a check constraint allows. */
async function valuesOf(constraint: string): Promise<string[]> {
  const { rows } = await sql<{ definition: string }>`select pg_get_constraintdef(oid) as definition
    from pg_constraint where conname = ${constraint}`.execute(app.db)
  return [...(rows[0]?.definition ?? '').matchAll(/'([^']+)'/g)].map(([, value]) => value ?? '').sort()
}
