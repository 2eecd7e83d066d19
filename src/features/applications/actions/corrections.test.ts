import { expect, test } from 'vitest'
import { aPerson, aRound } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import { Conflict, Forbidden, NotFound } from '../../../platform/refusals.ts'
import { applicationsOf } from '../queries/applications.ts'
import { deskFor } from '../queries/desk.ts'
import { settleCorrection } from './corrections.ts'
import { importFile } from './imports.ts'
import { undoBatch } from './undoing.ts'

const app = await testApp('2016-02-20T12:00:00Z')
const coordinator = await aPerson(app, { role: 'coordinator' })
const header = 'Timestamp,Email Address,First name,Family name,Country,Workplace\n'
const adaSays = (workplace: string, email = 'ada@library.example') =>
  `13/01/2016 10:00,${email},Ada,Okafor,Chile,${workplace}\n`
const sol = '13/01/2016 10:00,sol@library.example,Sol,Reyes,Peru,School Library\n'

const imported = (code: string, rows: string) =>
  importFile(app, coordinator, code, {
    kind: 'applications',
    zone: 'UTC',
    fileName: 'form.csv',
    source: async function* () {
      yield Buffer.from(header + rows)
    },
  })

/** Two people, and then a later export in which Ada's row was corrected. */
async function aCorrection(code: string, corrected: string) {
  const round = await aRound(app, { code })
  app.at('2016-02-20T12:00:00Z')
  await imported(code, adaSays('City Library') + sol)
  app.at('2016-02-20T13:00:00Z')
  const report = await imported(code, corrected + sol)
  const ada = async () => {
    const all = await applicationsOf(app.db, coordinator, round.id)
    const one = all.find(({ givenName }) => givenName === 'Ada')
    if (!one) throw new Error('nobody is called Ada')
    return one
  }
  const offered = async () => {
    const desk = await deskFor(app.db, coordinator, round.id)
    const problems = [...desk.problems.values()].flat().filter(({ kind }) => kind === 'corrected-row')
    return problems.map(({ suggestion }) => suggestion)
  }
  return { round, report, ada, offered }
}

test('a row that was corrected is offered as a mend, and taken over', async () => {
  const { report, ada, offered } = await aCorrection('2016A', adaSays('Town Library'))
  const { added, known, corrected } = report
  const before = await offered()

  const { batchId } = await settleCorrection(app, coordinator, (await ada()).id, 'accept')

  expect({ added, known, corrected }).toEqual({ added: 0, known: 2, corrected: 1 })
  expect(before).toEqual([{ workplace: 'Town Library' }])
  expect([(await ada()).workplace, await offered()]).toEqual(['Town Library', []])
  await undoBatch(app, coordinator, batchId ?? '')
  expect([(await ada()).workplace, await offered()]).toEqual([
    'City Library',
    [{ workplace: 'Town Library' }],
  ])
})

test('what stays as it was is not offered again, until it is taken back or corrected anew', async () => {
  const { ada, offered } = await aCorrection('2016B', adaSays('Town Library'))
  const { id } = await ada()

  const { batchId } = await settleCorrection(app, coordinator, id, 'keep')

  expect([(await ada()).workplace, await offered()]).toEqual(['City Library', []])
  await expect(settleCorrection(app, coordinator, id, 'keep')).rejects.toEqual(
    new NotFound('no-such-correction'),
  )
  app.at('2016-02-20T14:00:00Z')
  await imported('2016B', `${adaSays('Town Library')}${sol}14/01/2016 9:00,li@library.example,Li,,China,\n`)
  expect(await offered()).toEqual([])
  await undoBatch(app, coordinator, batchId ?? '')
  expect(await offered()).toEqual([{ workplace: 'Town Library' }])
  await settleCorrection(app, coordinator, id, 'keep')
  app.at('2016-02-20T15:00:00Z')
  await imported('2016B', adaSays('State Library') + sol)
  expect(await offered()).toEqual([{ workplace: 'State Library' }])
})

test('a corrected address makes no second application, also where another was sent at the same moment', async () => {
  const { round, report, offered } = await aCorrection('2017A', adaSays('City Library', 'ada@new.example'))

  expect([report.added, report.corrected]).toEqual([0, 1])
  expect((await applicationsOf(app.db, coordinator, round.id)).length).toBe(2)
  expect(await offered()).toEqual([{ email: 'ada@new.example' }])
})

test('a time that many rows share tells nobody apart: a corrected address is an application of its own', async () => {
  await aRound(app, { code: '2019A' })
  const rows = Array.from(
    { length: 7 },
    (_, at) => `13/01/2016 00:00,p${at}@library.example,P${at},,Chile,\n`,
  ).join('')
  await imported('2019A', rows)

  const { added, corrected } = await imported('2019A', rows.replace('p3@library.example', 'p3@new.example'))

  expect([added, corrected]).toEqual([1, 0])
})

test('what the desk has mended in the same way by then needs no word', async () => {
  const { ada, offered } = await aCorrection('2017B', adaSays('Town Library'))

  await app.db
    .updateTable('application')
    .set({ workplace: 'Town Library' })
    .where('id', '=', (await ada()).id)
    .execute()

  expect(await offered()).toEqual([])
})

test('whoever has a place loses no answer that a place needs', async () => {
  const { ada } = await aCorrection('2018A', adaSays('City Library').replace('Chile', 'Nowhere'))
  const { id } = await ada()
  const person = await aPerson(app)
  await app.db
    .updateTable('application')
    .set({
      personId: person.id,
      acceptedAt: app.now(),
      country: 'CL',
      zone: 'UTC',
      sector: 'public',
      stage: 'early',
    })
    .set({ languages: ['en'], acceptsCode: true })
    .where('id', '=', id)
    .execute()

  await expect(settleCorrection(app, coordinator, id, 'accept')).rejects.toEqual(
    new Conflict('place-needs-answer'),
  )
})

test('an editor may not decide', async () => {
  const { ada } = await aCorrection('2018B', adaSays('Town Library'))
  const editor = await aPerson(app, { role: 'editor' })

  await expect(settleCorrection(app, editor, (await ada()).id, 'accept')).rejects.toEqual(
    new Forbidden('not-allowed'),
  )
})
