import { expect, test } from 'vitest'
import type { Columns } from './columns.ts'
import { areOnePersons, correctionIn, momentOf, openCorrection } from './corrections.ts'

const columns: Columns = ['submittedAt', 'email', 'givenName', 'country', 'workplace', null]
const row = (...cells: string[]) => ({ cells, columns })
const ada = row('13/01/2016 10:00', 'ada@library.example', 'Ada', 'Polska', 'City Library', 'a note')

test('a row that says the same corrects nothing, whatever stands in columns that are left out', () => {
  const again = row(
    '13/01/2016 10:00',
    'ada@library.example',
    'Ada ',
    'Polska',
    'City  Library',
    'another note',
  )

  expect(correctionIn(ada, again)).toBe(null)
})

test('another word for the same country corrects nothing', () => {
  expect(
    correctionIn(ada, row('13/01/2016 10:00', 'ada@library.example', 'Ada', 'Poland', 'City Library', '')),
  ).toBe(null)
})

test('a corrected cell is a correction of its answers', () => {
  const later = row('13/01/2016 10:00', 'ada@library.example', 'Ada', 'Chile', 'Town Library', '')

  expect(correctionIn(ada, later)).toEqual({
    country: 'CL',
    countryWritten: 'Chile',
    workplace: 'Town Library',
  })
})

test('columns may have moved, and one that is missing takes nothing back', () => {
  const later = {
    cells: ['Ada', 'Chile', '13/01/2016 10:00', 'ada@library.example'],
    columns: ['givenName', 'country', 'submittedAt', 'email'] as Columns,
  }

  expect(correctionIn(ada, later)).toEqual({ country: 'CL', countryWritten: 'Chile' })
})

test('a row of one moment is of one person when the address or the name is the same', () => {
  const renamed = row('13/01/2016 10:00', 'ADA@library.example', 'Adele', 'Polska', '', '')
  const moved = row('13/01/2016 10:00', 'ada@new.example', 'Ada', 'Polska', '', '')
  const other = row('13/01/2016 10:00', 'sol@library.example', 'Sol', 'Polska', '', '')

  expect([renamed, moved, other].map((one) => areOnePersons(ada, one))).toEqual([true, true, false])
  expect([momentOf(ada), momentOf(row('13/01/2016', '', '', '', '', ''))]).toEqual(['13/01/2016 10:00', null])
})

test('what the application says already is no longer open', () => {
  const application = { workplace: 'Town Library', jobTitle: 'Librarian' } as Parameters<
    typeof openCorrection
  >[0]

  expect(openCorrection(application, [{ workplace: 'City Library' }, { workplace: 'Town Library' }])).toBe(
    null,
  )
  expect(openCorrection(application, [{ jobTitle: 'Director' }, { workplace: 'Town Library' }])).toEqual({
    jobTitle: 'Director',
  })
})
