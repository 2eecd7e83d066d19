import { expect, test } from 'vitest'
import { aPerson, aRound } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import { importFile } from '../actions/imports.ts'
import { applicationMatters } from './matters.ts'

const app = await testApp('2016-02-20T12:00:00Z')
const coordinator = await aPerson(app, { role: 'coordinator' })

/** Imports a file of these rows. */
const importRows = (...rows: string[]) =>
  importFile(app, coordinator, '2013A', {
    kind: 'applications',
    zone: 'UTC',
    fileName: 'form.csv',
    source: async function* () {
      yield Buffer.from(['Timestamp,Email Address,First name,Family name,Country', ...rows, ''].join('\n'))
    },
  })

test('a row that could not be read stays on the desk until its sender is among the applications', async () => {
  await aRound(app, { code: '2013A' })
  const good = '13/01/2016 10:00,lea@library.example,Léa,Roux,France'
  const bad = 'soon,sol@library.example,Sol,Pérez,Chile'
  await importRows(good, bad, 'Total,,2,,')
  const lines = async () =>
    (await applicationMatters(app.db, coordinator, app.now(), '2013A')).map((matter) => matter.text)
  const lost =
    'One row of an imported file could not be read, and whoever sent it is not among the applications.'

  const before = await lines()
  await importRows(good, bad.replace('soon', '14/01/2016'))

  expect(before).toContain(lost)
  expect(await lines()).not.toContain(lost)
})
