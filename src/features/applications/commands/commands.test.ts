import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { anApplication, aRound } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import { commands } from './index.ts'

const app = await testApp('2016-02-20T12:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'twinleaf-import-'))

async function imported(code: string, content: string, options: Record<string, string> = {}) {
  const path = join(folder, `${code}.csv`)
  writeFileSync(path, content)
  const command = commands.find(({ name }) => name === 'applications import')
  return command?.run(app, {
    args: [path],
    options: { round: code, ...options },
    switches: new Set(),
    lists: {},
  })
}

test('the terminal says how it read a file, in the words of the page', async () => {
  await aRound(app, { code: '2016A' })
  const content = [
    'Timestamp,Email address,First name,Shoe size,Country,Email',
    '13/01/2016 10:00,lea@library.example,Léa,39,France,other@library.example',
    '20/02/2016 09:00,sol@library.example,Sol,40,Chile,',
  ].join('\n')

  const reply = await imported('2016a', content)

  expect(reply?.text.split('\n')).toEqual([
    '2 rows: 2 new applications, 0 known before, 0 that could not be read.',
    'Letters: Unicode',
    'Dates: day, month, year: 13/01/2016 10:00 is 13 January 2016 at 10:00 UTC',
    'Columns used: Timestamp (When it was sent); Email address (Email address); First name (First name); Country (Country)',
    'Left out: Shoe size; Email',
    'These columns are left out, because another column already holds the same: “Email” (Email address).',
    'One row was sent before applications opened or after they closed: 3. Check how the dates are read. Once imported, such rows are treated like all the others.',
  ])
  expect(reply?.json).toMatchObject({ encoding: 'utf-8', dates: 'dmy', outsideWindow: [3] })
})

test('titles above the names of the columns are left out, and it is said', async () => {
  await aRound(app, { code: '2014A' })
  const content = [
    'Round 2014A,,,,',
    ',,,,',
    'When,Who,,,Where',
    'Timestamp,Email address,First name,Family name,Country',
    '13/01/2014 10:00,lea@library.example,Léa,Roux,France',
    'Timestamp,Email address,First name,Family name,Country',
  ]

  const reply = await imported('2014A', content.join('\n'))
  const again = await imported('2014A', content.slice(3, 5).join('\n'))

  const lines = reply?.text.split('\n') ?? []
  expect([lines[0], lines[1]?.slice(0, 59), lines[2]]).toEqual([
    '2 rows: 1 new applications, 0 known before, 1 that could not be read.',
    '  row 6  We cannot read from it when it was sent (Timestamp',
    'Column names: in row 4; what stands above is left out',
  ])
  expect(again?.text.split('\n')[0]).toBe(
    '1 rows: 0 new applications, 1 known before, 0 that could not be read.',
  )
})

test('rows that cannot be read are named with what they say and why, many of them only by the list of all', async () => {
  await aRound(app, { code: '2015A' })
  const header = 'Timestamp,Email address,First name,Country'
  const bad = Array.from({ length: 22 }, (_, at) => `soon,sol${at}@library.example,Sol,Chile`)

  const reply = await imported('2015A', [header, '13/01/2016 10:00,,,Peru', ...bad].join('\n'))
  const problems = commands.find(({ name }) => name === 'applications problems')
  const asked = (...switches: string[]) =>
    problems?.run(app, { args: [], options: { round: '2015A' }, switches: new Set(switches), lists: {} })
  const [first, all] = [await asked(), await asked('all')]

  const lines = reply?.text.split('\n') ?? []
  expect(lines.slice(0, 3)).toEqual([
    '23 rows: 0 new applications, 0 known before, 23 that could not be read.',
    '  row 2  It has neither a name nor an address (13/01/2016 10:00 · Peru)',
    '  row 3  We cannot read from it when it was sent (soon · sol0@library.example · Sol · Chile)',
  ])
  expect(lines.slice(20, 23)).toEqual([
    '  row 21  We cannot read from it when it was sent (soon · sol18@library.example · Sol · Chile)',
    '  and 3 more. See `twinleaf applications problems --round 2015A --all`.',
    'Letters: Unicode',
  ])
  expect(reply?.json).toMatchObject({ unreadable: { length: 23 } })
  expect(first?.text).toMatch(
    /\nrow 21 of 2015A.csv .*\nand 3 more rows that could not be read; add --all to see them$/,
  )
  expect(all?.text).not.toContain('more rows')
  expect(all?.text).toContain(
    'row 24 of 2015A.csv  We cannot read from it when it was sent (soon · sol21@library.example · Sol · Chile)',
  )
})

test('what is left to clean is listed in the words of the desk', async () => {
  await aRound(app, { code: '2016D' })
  const header = 'Timestamp,Email address,First name,Country,Time zone,Languages,I accept the code of conduct'
  await imported(
    '2016D',
    [header, '13/01/2016 10:00,ida@library.example,Ida,IL,America/Chicago,English,I have read it'].join('\n'),
  )
  const command = commands.find(({ name }) => name === 'applications problems')

  const reply = await command?.run(app, {
    args: [],
    options: { round: '2016D' },
    switches: new Set(),
    lists: {},
  })

  expect(reply?.text.split('\n').slice(1)).toEqual(
    expect.arrayContaining([
      '  Country not understood: 1, 0 of them obvious',
      'row 2  Country not understood: IL  ->  Country: United States',
      'row 2  Code of conduct not accepted: I have read it',
    ]),
  )
  expect(reply?.text).not.toMatch(/[{}]|[a-z]-[a-z]+:/)
})

test('an encoding that nobody knows is refused with those that are known', async () => {
  await aRound(app, { code: '2016B' })

  const refused = imported('2016B', 'x', { encoding: 'latin-9' })

  await expect(refused).rejects.toMatchObject({ code: 'not-one-of' })
})

test('the cap says what was done, who was left out, and what comes next', async () => {
  const round = await aRound(app, { code: '2016C' })
  await anApplication(app, round, { name: 'Sol Okoro', country: 'CL', acceptedAt: null })
  await anApplication(app, round, { name: 'Tala Reyes', acceptedAt: null, acceptsCode: false })
  const command = commands.find(({ name }) => name === 'cap apply')

  const reply = await command?.run(app, {
    args: [],
    options: { round: '2016C', percent: '50' },
    switches: new Set(),
    lists: {},
  })

  expect(reply?.text.split('\n')).toEqual([
    'The cap was applied: at most 50\u00a0% from one country.',
    '1 have a place (1 new), 0 were put on the waiting list (0 new).',
    'Next: `twinleaf match run --round 2016C`.',
    'No place yet, still to be cleaned: 1 (Tala Reyes). See `twinleaf applications problems --round 2016C`.',
  ])
  expect(reply?.json).toMatchObject({ accepted: 1, unanswered: { problem: [{ name: 'Tala Reyes' }] } })
})
