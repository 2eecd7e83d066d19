import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { encoded } from '../../../../test/encoded.ts'
import { realFile } from '../real-file.ts'
import { anOffice, base, inWords } from './office.builder.ts'

const { app, get, post } = await anOffice({ imported: false })

function upload(content: BlobPart): FormData {
  const form = new FormData()
  form.set('kind', 'applications')
  form.set('zone', 'Europe/London')
  form.set('file', new File([content], 'form.csv'))
  return form
}

const counted = async () =>
  Number(
    (
      await app.db
        .selectFrom('application')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirst()
    )?.count,
  )

test('an upload is shown before anything is written, then imported', async () => {
  const shown = await post(`${base}/applications/import`, upload(await readFile(realFile('applications'))))
  const before = await counted()
  const columns = [...shown.text.matchAll(/name="columns\[\]" value="([^"]*)"/g)].map(
    ([, field]) => field ?? '',
  )
  const form = new FormData()
  form.set('zone', 'Europe/London')
  form.set('dateOrder', 'dmy')
  for (const field of columns) form.append('columns[]', field)

  const imported = await post(`${shown.to.split('?')[0]}/import`, form)

  expect([
    shown.status,
    before,
    inWords(shown.text).includes('1,055 new applications') ||
      inWords(shown.text).includes('new applications 1,055'),
  ]).toEqual([303, 0, true])
  expect([imported.status, await counted()]).toEqual([303, 1055])
  expect(inWords(imported.text)).toContain('1,055 new rows were imported.')
})

test('letters and dates that can be read in two ways are shown both ways, and chosen in the address', async () => {
  const content =
    'Timestamp,Email,First name,Country\n01/02/2016 10:00,g@library.example,Gergő,Chile\n02/01/2016 10:00,e@library.example,Előd,Peru\n'

  const shown = await post(`${base}/applications/import`, upload(encoded(content, 'windows-1250')))
  const chosen = await get(`${shown.to}&encoding=windows-1250&dateOrder=dmy`)

  const asked = inWords(shown.text)
  expect(asked).toContain('Central European, Windows: Gergő, Előd')
  expect(asked).toContain('Western European, Windows: Gergõ, Elõd')
  expect(asked).toContain('day, month, year: 01/02/2016 10:00 is 1 February 2016')
  expect(asked).toContain('month, day, year: 01/02/2016 10:00 is 2 January 2016')
  expect(asked).not.toContain('Import 2 applications')
  expect(inWords(chosen.text)).toContain('Import 2 applications')
})

test('rows that cannot be read are listed before anything is imported, a page at a time and none left out', async () => {
  const bad = Array.from({ length: 21 }, (_, at) => `soon,sol${at}@library.example,Sol${at},Chile`)
  const content = [
    'Timestamp,Email,First name,Country',
    '13/01/2016 10:00,a@library.example,Ada,Peru',
    ...bad,
  ]

  const shown = await post(`${base}/applications/import`, upload(content.join('\n')))
  const [, next = ''] = /href="([^"]*unreadable=2[^"]*)"/.exec(shown.text) ?? []
  const second = await get(next.replaceAll('&amp;', '&').split('#')[0] ?? '')

  const listed = [shown, second].map(({ text }) => [...text.matchAll(/Sol\d+ · Chile/g)].length)
  expect(listed).toEqual([20, 1])
  expect(inWords(shown.text)).toContain(
    'We cannot read from it when it was sent soon · sol0@library.example · Sol0 · Chile',
  )
  expect(inWords(second.text)).toContain('sol20@library.example')
  expect(inWords(second.text)).toContain('Import one application')
})

test('the report of a file tells of its bad rows a page at a time, and who gave one a time is back on that page', async () => {
  const bad = Array.from({ length: 21 }, (_, at) => `later,eva${at}@library.example,Eva${at},Chile`)
  const content = ['Timestamp,Email,First name,Country', '13/01/2016 10:00,b@library.example,Bo,Peru', ...bad]
  const shown = await post(`${base}/applications/import`, upload(content.join('\n')))
  const reading = new FormData()
  reading.set('zone', 'Europe/London')
  reading.set('dateOrder', 'dmy')
  for (const field of ['submittedAt', 'email', 'givenName', 'country']) reading.append('columns[]', field)

  const first = await get((await post(`${shown.to.split('?')[0]}/import`, reading)).to)
  const [, next = ''] = /href="([^"]*unreadable=2[^"]*)"/.exec(first.text) ?? []
  const second = await get(next.split('#')[0] ?? '')
  const [, admit = ''] = /action="([^"]*\/admit[^"]*)"/.exec(second.text) ?? []
  const admitted = await post(admit, { row: '23', sentAt: 'soon' })

  const listed = [first, second].map(({ text }) => [...text.matchAll(/Eva\d+ · Chile/g)].length)
  expect(listed).toEqual([20, 1])
  expect([admitted.status, admitted.to]).toEqual([303, next])
})

test('columns that were not found are asked for, and can be named in the address', async () => {
  const shown = await post(
    `${base}/applications/import`,
    upload('Timestamp,Contact,First name,Country\n13/01/2016 10:00,ada@library.example,Ada,Polska\n'),
  )
  const columns = ['submittedAt', 'email', 'givenName', 'country']
    .map((field) => `columns=${field}`)
    .join('&')

  const corrected = await get(`${shown.to}&${columns}`)

  expect(inWords(shown.text)).toContain('We did not find a column for: Email address.')
  expect(inWords(corrected.text)).toContain('Import one application')
})

test.each([
  ['', 'Please choose a file.'],
  ['PK\x03\x04zip', 'This is a spreadsheet or a compressed file.'],
  ['Name,Town\n', 'This file names its columns but has no rows below.'],
  ['Name,Town\n"Ada,Wien\n', 'A quotation mark in this file is opened and never closed'],
])(
  'a file that cannot be taken comes back with a sentence beside its field: %j',
  async (content, sentence) => {
    const form = upload(content)
    if (content === '') form.set('file', new File([], ''))

    const answer = await post(`${base}/applications/import`, form)
    const page = answer.to === '' ? answer : await get(answer.to)

    expect(page.status).toBe(answer.to === '' ? 422 : page.status)
    expect(inWords(page.text)).toContain(sentence)
  },
)
