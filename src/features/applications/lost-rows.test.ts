import { expect, test } from 'vitest'
import { lostRows, type WrittenOff } from './lost-rows.ts'

const fields: WrittenOff['fields'] = ['submittedAt', 'email', 'givenName', 'familyName', 'country']
const row = (...cells: string[]): WrittenOff => ({ problem: 'bad-time', cells, fields })

test('a row that could not be read is lost while whoever it tells of is not among the applications', () => {
  const ada = row('soon', 'ADA@library.example', 'Ada', 'Novák', 'Poland')
  const sol = row('soon', 'ada@library.example', 'Sol', 'Pérez', 'Chile')
  const lea = row('', '', 'Léa', '', 'France')
  const applications = [{ email: 'ada@library.example', givenName: 'Ada', familyName: 'Novak' }]

  expect(lostRows([ada, sol, lea], [])).toEqual([ada, sol, lea])
  expect(lostRows([ada, sol, lea], applications)).toEqual([sol, lea])
})

test('a sum, a header in the middle and a row of which nothing is kept are no lost rows', () => {
  const sum = row('Total', '', '70')
  const header = row('Timestamp', 'Email Address', 'First name', 'Family name', 'Country')
  const erased: WrittenOff = { problem: 'erased', cells: [], fields }
  const past = row()

  expect(lostRows([sum, header, erased, past], [])).toEqual([])
})
