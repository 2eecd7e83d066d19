import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { aPerson, aRound } from '../../../../test/builders.ts'
import { encoded } from '../../../../test/encoded.ts'
import { testApp } from '../../../../test/harness.ts'
import { Conflict, Forbidden, NotFound, Unacceptable } from '../../../platform/refusals.ts'
import type { Columns } from '../columns.ts'
import { applicationsOf } from '../queries/applications.ts'
import { badRows, importsOf } from '../queries/imports.ts'
import { uploadById, uploadSource } from '../queries/uploads.ts'
import { realFile, realSource } from '../real-file.ts'
import { admitRow } from './admitting.ts'
import { type Import, importFile } from './imports.ts'
import { keepUpload } from './uploads.ts'

const app = await testApp('2016-02-20T12:00:00Z')
const coordinator = await aPerson(app, { role: 'coordinator' })

const text = (content: string, wish: Partial<Import> = {}): Import => ({
  kind: 'applications',
  zone: 'UTC',
  fileName: 'form.csv',
  source: async function* () {
    yield Buffer.from(content)
  },
  ...wish,
})
const real: Import = {
  kind: 'applications',
  zone: 'Europe/London',
  fileName: 'applications-2016A.csv',
  source: realSource('applications'),
}
const header = 'Timestamp,Email Address,First name,Family name,Country\n'
const counts = ({
  rows,
  added,
  known,
  problems,
}: {
  rows: number
  added: number
  known: number
  problems: number
}) => ({ rows, added, known, problems })
const stored = async (roundId: string) =>
  (await applicationsOf(app.db, coordinator, roundId)).map(({ email }) => email)

test('the real file is imported whole, and a second time changes nothing', async () => {
  const round = await aRound(app, { code: '2016A' })

  const first = await importFile(app, coordinator, '2016A', real)
  const second = await importFile(app, coordinator, '2016A', { ...real, fileName: 'again.csv' })

  expect(counts(first)).toEqual({ rows: 1055, added: 1055, known: 0, problems: 0 })
  expect(counts(second)).toEqual({ rows: 1055, added: 0, known: 1055, problems: 0 })
  expect((await applicationsOf(app.db, coordinator, round.id)).length).toBe(1055)
  expect((await importsOf(app.db, round.id)).length).toBe(1)
})

test('a later export of the form with 40 more rows, moved columns and another encoding adds just the 40', async () => {
  const round = await aRound(app, { code: '2016B' })
  const whole = await readFile(realFile('applications'), 'utf8')
  const records = whole.replace('\ufeff', '').split(/\r\n(?=\d\d\/)/)
  const [head = '', ...rows] = records
  const earlier = [head, ...rows.slice(0, -40)].join('\r\n')
  const later = [head, ...rows].map((row) => `checked,${row}`).join('\r\n')
  await importFile(app, coordinator, '2016B', text(earlier))

  const report = await importFile(
    app,
    coordinator,
    '2016B',
    text('', {
      source: async function* () {
        yield Buffer.from(`\ufeff${later}`, 'utf16le')
      },
    }),
  )

  expect(counts(report)).toEqual({ rows: 1055, added: 40, known: 1015, problems: 0 })
  expect((await stored(round.id)).length).toBe(1055)
})

test('rows of which nothing can be made are kept with their reason, and the others come in', async () => {
  const round = await aRound(app, { code: '2017A' })
  const content = `${header}13/01/2016 10:00,ada@library.example,Ada,,Polska\nsoon,sol@library.example,Sol,"de ""la"" Mar\nI",España\n,,,,Chile\n`

  const report = await importFile(app, coordinator, '2017A', text(content))

  expect(counts(report)).toEqual({ rows: 3, added: 1, known: 0, problems: 2 })
  expect(
    (await badRows(app.db, round.id)).map(({ number, problem, cells }) => [number, problem, cells]),
  ).toEqual([
    [3, 'bad-time', ['soon', 'sol@library.example', 'Sol', 'de "la" Mar\nI', 'España']],
    [4, 'nobody', ['', '', '', '', 'Chile']],
  ])
  expect(await stored(round.id)).toEqual(['ada@library.example'])
})

test('a row without a time is taken in when somebody knows when it was sent, and known again later', async () => {
  const round = await aRound(app, { code: '2021A' })
  const content = `${header}13/01/2016 10:00,ada@library.example,Ada,,Polska\nsoon,sol@library.example,Sol,,España\n14/01/2016 9:00,,,,Chile\n`
  const { id } = await importFile(app, coordinator, '2021A', text(content, { zone: 'Europe/Madrid' }))
  const at = (row: number) =>
    admitRow(app, coordinator, '2021A', { fileId: id, row, sentAt: '2016-01-14T12:00' })

  const sol = await at(3)

  const [, admitted] = await applicationsOf(app.db, coordinator, round.id)
  expect([admitted?.id, admitted?.givenName, admitted?.submittedAt]).toEqual([
    sol,
    'Sol',
    new Date('2016-01-14T11:00:00Z'),
  ])
  await expect(at(3)).rejects.toEqual(new NotFound('no-such-row'))
  await expect(at(4)).rejects.toEqual(new Conflict('row-has-no-person'))
  const later = await importFile(
    app,
    coordinator,
    '2021A',
    text(`${content}15/01/2016 9:00,li@library.example,Li,,China\n`, { zone: 'Europe/Madrid' }),
  )
  expect(counts(later)).toEqual({ rows: 4, added: 1, known: 2, problems: 1 })
})

test('the second of two rows alike is kept, in this file and the next', async () => {
  const round = await aRound(app, { code: '2017B' })
  const row = '13/01/2016 10:00,ada@library.example,Ada,,Polska\n'
  await importFile(app, coordinator, '2017B', text(header + row + row))

  const report = await importFile(app, coordinator, '2017B', text(header + row + row + row))

  expect(counts(report)).toEqual({ rows: 3, added: 1, known: 2, problems: 0 })
  expect((await stored(round.id)).length).toBe(3)
})

test('a correction of the columns is remembered for the next file', async () => {
  await aRound(app, { code: '2018A' })
  const strange =
    'Timestamp,Contact,First name,Family name,Country\n13/01/2016 10:00,ada@library.example,Ada,,Polska\n'
  const columns: Columns = ['submittedAt', 'email', 'givenName', 'familyName', 'country']

  const refused = importFile(app, coordinator, '2018A', text(strange))
  await expect(refused).rejects.toEqual(new Conflict('columns-missing', { fields: 'Email address' }))
  await importFile(app, coordinator, '2018A', text(strange, { columns }))
  const next = await importFile(
    app,
    coordinator,
    '2018A',
    text(strange.replace('ada@', 'sol@').replace('Ada', 'Sol')),
  )

  expect(counts(next)).toEqual({ rows: 1, added: 1, known: 0, problems: 0 })
  expect(await app.db.selectFrom('columnChoice').selectAll().orderBy('header').execute()).toEqual([
    { kind: 'applications', header: 'contact', field: 'email' },
  ])
})

test('former pairings come in, those named by an address with a slip included', async () => {
  await aRound(app, { code: '2018B' })
  const former: Import = {
    kind: 'former-pairings',
    zone: 'UTC',
    fileName: 'former.csv',
    source: () => createReadStream(realFile('former-pairings')),
  }

  const report = await importFile(app, coordinator, '2018B', former)
  const more = await importFile(
    app,
    coordinator,
    '2018B',
    text(
      'Round,Partner A,Partner B\n2013A,laura.smith91@mail.example.net,ALISON.stewart@library.example\n2015C,a@b.example,nobody\n15,a@b.example,c@d.example\n2013A,a@b.example,a+x@b.example\n',
      { kind: 'former-pairings' },
    ),
  )

  expect([counts(report), counts(more)]).toEqual([
    { rows: 310, added: 310, known: 0, problems: 0 },
    { rows: 4, added: 0, known: 1, problems: 3 },
  ])
  const slips = await app.db
    .selectFrom('formerPairing')
    .where('firstKey', 'like', '%amy.obrien%')
    .select('roundCode')
    .execute()
  expect(slips.length).toBe(2)
})

test('dates that can be read in two ways wait for a word', async () => {
  await aRound(app, { code: '2019A' })
  const content = `${header}01/02/2016 10:00,ada@library.example,Ada,,Polska\n02/01/2016 10:00,li@library.example,Li,,China\n`

  await expect(importFile(app, coordinator, '2019A', text(content))).rejects.toEqual(
    new Conflict('dates-ambiguous'),
  )
  const report = await importFile(
    app,
    coordinator,
    '2019A',
    text(content, { dateOrder: 'mdy', zone: 'Australia/Sydney' }),
  )

  expect(report.added).toBe(2)
  const [ada] = await app.db
    .selectFrom('application')
    .where(
      'roundId',
      '=',
      (await app.db.selectFrom('round').where('code', '=', '2019A').select('id').executeTakeFirstOrThrow())
        .id,
    )
    .select('submittedAt')
    .execute()
  expect(ada?.submittedAt).toEqual(new Date('2016-01-01T23:00:00Z'))
})

test('letters that can be read in two ways wait for a word', async () => {
  const round = await aRound(app, { code: '2022A' })
  const bytes = encoded(
    `${header}13/01/2016 10:00,gergo@library.example,Gergő,Erdős,Hungary\n`,
    'windows-1250',
  )
  const file = text('', {
    source: async function* () {
      yield bytes
    },
  })

  await expect(importFile(app, coordinator, '2022A', file)).rejects.toEqual(
    new Conflict('encoding-uncertain', { readings: expect.stringContaining('windows-1250: Gergő, Erdős') }),
  )
  await importFile(app, coordinator, '2022A', { ...file, encoding: 'windows-1250' })

  const [gergo] = await applicationsOf(app.db, coordinator, round.id)
  expect([gergo?.givenName, gergo?.familyName]).toEqual(['Gergő', 'Erdős'])
})

test('times outside of the time for applications are pointed out, and come in', async () => {
  await aRound(app, { code: '2022B' })
  const row = (day: string, name: string) => `${day}/2016 10:00,${name}@library.example,${name},,Chile\n`
  const content = header + row('10/01', 'early') + row('13/01', 'ada') + row('19/02', 'late')

  const { reading, added } = await importFile(app, coordinator, '2022B', text(content))

  expect([reading.outsideWindow, added]).toEqual([[2, 4], 3])
  expect(reading.dateExample).toEqual({ written: '10/01/2016 10:00', at: new Date('2016-01-10T10:00:00Z') })
})

test('hostile text comes in as text', async () => {
  const round = await aRound(app, { code: '2019B' })
  const content = `${header}13/01/2016 10:00,ada@library.example,"<script>alert(1)</script>","=HYPERLINK(""x"")\u0007",Polska\n`

  await importFile(app, coordinator, '2019B', text(content))

  const [ada] = await applicationsOf(app.db, coordinator, round.id)
  expect([ada?.givenName, ada?.familyName]).toEqual(['<script>alert(1)</script>', '=HYPERLINK("x")'])
})

test('an upload is kept for a day, part by part', async () => {
  const round = await aRound(app, { code: '2020A' })
  const bytes = Buffer.from(
    header + '13/01/2016 10:00,ada@library.example,Ada,,Polska\n'.repeat(30_000),
  ).subarray(0, 1_200_000)

  const id = await keepUpload(app, coordinator, '2020A', {
    kind: 'applications',
    fileName: 'form.csv',
    source: of(bytes),
  })
  const parts: Uint8Array[] = []
  for await (const part of uploadSource(app.db, id)()) parts.push(part)

  expect([parts.length, Buffer.concat(parts).equals(bytes)]).toEqual([2, true])
  app.at('2016-02-22T12:00:00Z')
  await keepUpload(app, coordinator, '2020A', {
    kind: 'applications',
    fileName: 'next.csv',
    source: of(Buffer.from(header)),
  })
  await expect(uploadById(app.db, round.id, id)).rejects.toEqual(new NotFound('no-such-upload'))
})

test('what is no table is refused before anything is kept', async () => {
  await aRound(app, { code: '2020B' })

  await expect(
    keepUpload(app, coordinator, '2020B', {
      kind: 'applications',
      fileName: 'x',
      source: of(Buffer.from('PK\x03\x04')),
    }),
  ).rejects.toEqual(new Unacceptable('file-is-spreadsheet'))
  await expect(importFile(app, coordinator, '2020B', text(''))).rejects.toEqual(
    new Unacceptable('file-empty'),
  )
  expect(
    (await app.db.selectFrom('journal').where('act', '=', 'applications.imported').select('id').execute())
      .length,
  ).toBe(16)
})

test.each(['editor', 'ambassador'] as const)('an %s may not import', async (role) => {
  const actor = await aPerson(app, { role, country: role === 'ambassador' ? 'AU' : undefined })

  await expect(importFile(app, actor, '2016A', real)).rejects.toEqual(new Forbidden('not-allowed'))
  await expect(
    keepUpload(app, actor, '2016A', { kind: 'applications', fileName: 'x', source: of(Buffer.from('x')) }),
  ).rejects.toEqual(new Forbidden('not-allowed'))
})

const of = (bytes: Uint8Array) =>
  async function* () {
    yield bytes
  }
