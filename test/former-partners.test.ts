import { expect, test } from 'vitest'
import { applyCountryCap } from '../src/features/applications/actions/cap.ts'
import {
  dropApplication,
  mendApplication,
  settleDuplicate,
} from '../src/features/applications/actions/cleaning.ts'
import { importFile } from '../src/features/applications/actions/imports.ts'
import { terminal } from '../src/features/people/index.ts'
import { currentInputs } from '../src/features/scenarios/queries/inputs.ts'
import { anApplication, aRound } from './builders.ts'
import { testApp } from './harness.ts'

const app = await testApp('2016-02-20T12:00:00Z')
const round = await aRound(app, { code: '2016A' })

let people = 0
/** A file that says whose partner was whose in an earlier round. */
async function partnersOf2015(first: string, second: string): Promise<void> {
  const file = `Round,Partner A,Partner B\n2015A,${first},${second}\n`
  await importFile(app, terminal, round.code, {
    kind: 'former-pairings',
    zone: 'UTC',
    fileName: 'former.csv',
    source: async function* () {
      yield Buffer.from(file)
    },
  })
}

/** A clean application that waits for its answer. */
async function applied(email: string, change: { minute?: number } = {}): Promise<string> {
  people += 1
  const { id } = await app.db
    .insertInto('application')
    .values({
      roundId: round.id,
      submittedAt: new Date(Date.UTC(2016, 0, 12, 10, change.minute ?? people)),
      ...{
        email,
        givenName: `Person${people}`,
        familyName: `Family${people}`,
        country: 'SE',
        countryWritten: 'Sweden',
      },
      ...{ zone: 'Europe/Stockholm', workplace: `Library ${people}`, sector: 'public', stage: 'mid' },
      ...{ languages: ['en'], acceptsCode: true, sharesEmail: true },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const answer = () => applyCountryCap(app, terminal, round.code, 100)

/** Whether a run would keep two people apart as former partners, by their applications. */
async function areFormer(one: string, other: string): Promise<boolean> {
  const { former, applicants } = await currentInputs(app.db, round, { seed: 1 })
  const personOf = (id: string) => applicants.find((applicant) => applicant.id === id)?.personId ?? 'nobody'
  const two = [personOf(one), personOf(other)].sort()
  expect(two).not.toContain('nobody')
  return former.some(([a, b]) => a === two[0] && b === two[1])
}

const sol = await anApplication(app, round, {
  name: 'Sol Ruiz',
  email: 'sol@biblioteca.example',
  country: 'AR',
})

test('former partners are known by the address they have', async () => {
  await partnersOf2015('sol@biblioteca.example', 'ada@library.example')
  const ada = await applied('Ada@Library.example')
  const other = await applied('other@library.example')
  await answer()

  expect([await areFormer(ada, sol.id), await areFormer(other, sol.id)]).toEqual([true, false])
})

test('they are known through merges of merges, whichever stands', async () => {
  await partnersOf2015('sol@biblioteca.example', 'bea.old@library.example')
  const ids = [
    await applied('bea.old@library.example', { minute: 30 }),
    await applied('bea.new@library.example', { minute: 20 }),
    await applied('bea@library.example', { minute: 10 }),
  ] as const
  await settleDuplicate(app, terminal, [ids[0], ids[1]], 'merge')
  await settleDuplicate(app, terminal, [ids[1], ids[2]], 'merge')
  await answer()

  expect(await areFormer(ids[2], sol.id)).toBe(true)
})

test('they are known after one of two applications was dropped as the same person’s', async () => {
  await partnersOf2015('sol@biblioteca.example', 'cleo.old@library.example')
  const [earlier, later] = [await applied('cleo.old@library.example'), await applied('cleo@library.example')]
  await settleDuplicate(app, terminal, [earlier, later], 'drop-earlier')
  const stranger = await applied('stranger.old@library.example')
  await dropApplication(app, terminal, stranger, 'on-request')
  await answer()

  expect(await areFormer(later, sol.id)).toBe(true)
})

test('they are known after their address was corrected, twice', async () => {
  await partnersOf2015('sol@biblioteca.example', 'dana.old@library.example')
  const dana = await applied('dana.old at library.example')
  for (const email of ['dana.middle@library.example', 'dana@library.example'])
    await mendApplication(app, terminal, dana, { kind: 'edited', change: { email } })
  await answer()

  expect(await areFormer(dana, sol.id)).toBe(true)
})

test('they are known when the second application comes after the answer', async () => {
  await partnersOf2015('sol@biblioteca.example', 'eve.old@library.example')
  const eve = await applied('eve@library.example')
  await answer()
  expect(await areFormer(eve, sol.id)).toBe(false)
  const late = await applied('eve.old@library.example')

  const merge = await settleDuplicate(app, terminal, [eve, late], 'merge')

  expect(await areFormer(eve, sol.id)).toBe(true)
  expect(merge.batchId).not.toBeNull()
})

test('they are known after the address of an answered application was corrected', async () => {
  await partnersOf2015('sol@biblioteca.example', 'fay.late@library.example')
  const fay = await applied('fay@library.example')
  await answer()

  await mendApplication(app, terminal, fay, { kind: 'edited', change: { email: 'fay.late@library.example' } })

  expect(await areFormer(fay, sol.id)).toBe(true)
})

test('they are known after the address of an account was changed', async () => {
  await partnersOf2015('sol.new@biblioteca.example', 'gil@library.example')
  const gil = await applied('gil@library.example')
  await answer()
  expect(await areFormer(gil, sol.id)).toBe(false)

  for (const email of ['sol.new@biblioteca.example', 'sol.third@biblioteca.example'])
    await app.db
      .updateTable('person')
      .set({ email, emailKey: email })
      .where('id', '=', sol.person.id)
      .execute()

  expect(await areFormer(gil, sol.id)).toBe(true)
})

test('they are known by what stands before a plus, whoever the provider is', async () => {
  await partnersOf2015('sol@biblioteca.example', 'hana+iln@library.example')
  const hana = await applied('hana+2016@library.example')
  await answer()

  expect(await areFormer(hana, sol.id)).toBe(true)
})

test('partners of a round held here stay so, and whoever applies with an address of theirs counts as them', async () => {
  const before = await aRound(app, { code: '2014B' })
  const ina = await anApplication(app, round, {
    name: 'Ina Holm',
    email: 'ina@library.example',
    country: 'NO',
  })
  await app.db
    .updateTable('person')
    .set({ email: 'ina@new.example', emailKey: 'ina@new.example' })
    .where('id', '=', ina.person.id)
    .execute()
  // Otherwise the two would be on the desk as duplicates.
  await app.db.updateTable('application').set({ email: 'ina@new.example' }).where('id', '=', ina.id).execute()
  await partnersIn(before, ina.person, sol.person)
  const again = await applied('ina@library.example')
  await answer()

  expect([
    await areFormer(ina.id, sol.id),
    await areFormer(again, sol.id),
    await areFormer(again, ina.id),
  ]).toEqual([true, true, true])
})

/** A pairing of an earlier round. */
async function partnersIn(earlier: { id: string }, ...two: { id: string }[]): Promise<void> {
  const { id: pairingId } = await app.db
    .insertInto('pairing')
    .values({ roundId: earlier.id, reasons: '[]', confirmedAt: app.now() })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const { id: personId } of two) {
    const { id: applicationId } = await app.db
      .insertInto('application')
      .values({
        ...{
          roundId: earlier.id,
          personId,
          submittedAt: app.now(),
          email: 'x@library.example',
          givenName: 'X',
        },
        ...{ familyName: '', country: 'SE', countryWritten: 'Sweden', acceptsCode: true, sharesEmail: true },
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await app.db
      .insertInto('pairingMember')
      .values({ pairingId, applicationId, personId, roundId: earlier.id })
      .execute()
  }
}
