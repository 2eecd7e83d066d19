import { describe, expect, test } from 'vitest'
import { fileLimits, headerLineOf, type Source, shapeOf, wholeTable } from './file.ts'
import { realTable } from './real-file.ts'

const source = (...chunks: (string | Uint8Array)[]): Source =>
  async function* () {
    for (const chunk of chunks) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk
  }

async function rowsOf(from: Source): Promise<string[][]> {
  const rows = await wholeTable(from, await shapeOf(from))
  return rows.map(({ cells }) => cells)
}

const refusal = (from: Source) =>
  rowsOf(from).then(
    () => 'taken',
    (error: { code: string }) => error.code,
  )

test('the real files are read whole, line breaks and quotes inside cells included', async () => {
  const applications = await realTable('applications')
  const former = await realTable('former-pairings')

  expect([applications.shape.encoding, applications.shape.delimiter, applications.header.length]).toEqual([
    'utf-8',
    ',',
    22,
  ])
  expect([applications.header[0], applications.rows.length, applications.rows.at(-1)?.number]).toEqual([
    'Timestamp',
    1055,
    1056,
  ])
  expect(applications.rows.filter(({ cells }) => cells.some((cell) => cell.includes('\n'))).length).toBe(106)
  expect(applications.rows.filter(({ cells }) => cells.some((cell) => cell.includes('"'))).length).toBe(103)
  expect([former.header, former.rows.length]).toEqual([['Round', 'Partner A', 'Partner B'], 310])
})

describe('ways of writing', () => {
  const wanted = [
    ['Name', 'Town'],
    ['Léa', 'Nîmes'],
  ]
  const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])

  test.each<[string, Source]>([
    ['UTF-8', source('Name,Town\nLéa,Nîmes\n')],
    ['UTF-8 with a mark at its start', source('\ufeffName,Town\r\nLéa,Nîmes')],
    [
      'a letter cut in two by the transport',
      source('Name,Town\nL', Buffer.from([0xc3]), Buffer.from([0xa9]), 'a,Nîmes'),
    ],
    ['UTF-16', source(utf16('Name,Town\nLéa,Nîmes'))],
    ['UTF-16, the other way round', source(utf16('Name,Town\nLéa,Nîmes').swap16())],
    ['Windows-1252', source(Buffer.from('Name,Town\nLéa,Nîmes', 'latin1'))],
    ['semicolons', source('Name;Town\nLéa;Nîmes')],
    ['tabs', source('Name\tTown\nLéa\tNîmes')],
    ['blank lines and padding', source('Name,Town\n\n Léa , Nîmes \n,\n')],
  ])('%s', async (_, from) => {
    const rows = await rowsOf(from)

    expect(rows).toEqual(wanted)
  })

  test('lines may end in more than one way', async () => {
    const rows = await rowsOf(source('Name,Town\r\nLéa,Nîmes\nSol,Sevilla\r', '\nAda,Lagos\rKim,Busan'))

    expect(rows.slice(1)).toEqual([
      ['Léa', 'Nîmes'],
      ['Sol', 'Sevilla'],
      ['Ada', 'Lagos'],
      ['Kim', 'Busan'],
    ])
  })

  test('a header below titles is found by its names, else the first line is it', async () => {
    const lineOf = async (from: Source, ...names: string[]) =>
      headerLineOf(from, await shapeOf(from), (cells) => names.every((name) => cells.includes(name)))
    const titled = source('People,\n,\nName,Town\nLéa,Nîmes\n')

    expect(await lineOf(titled, 'Name', 'Town')).toBe(3)
    expect(await lineOf(titled, 'Name', 'Age')).toBe(1)
    expect(await lineOf(source('Name,Town\nName,Town\n'), 'Town')).toBe(1)
    expect(await lineOf(source(`${'People,\n'.repeat(11)}Name,Town\n`), 'Town')).toBe(1)
  })

  test('rows are numbered as a spreadsheet does', async () => {
    const from = source('Name,Town\n\nLéa,Nîmes\n')

    const rows = await wholeTable(from, await shapeOf(from))

    expect(rows.map(({ number }) => number)).toEqual([1, 3])
  })
})

describe('what is no table is refused with its reason', () => {
  test.each<[string, Source]>([
    ['file-empty', source('')],
    ['file-empty', source('\n  \n')],
    ['file-is-spreadsheet', source('PK\x03\x04and more')],
    ['file-is-old-spreadsheet', source(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]))],
    ['file-is-no-text', source(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))],
    ['no-header', source('ada@library.example,Ada\nsol@library.example,Sol\n')],
    ['no-header', source('\nName,Town\n')],
    ['no-header', source('only one column\nx\n')],
    ['no-rows', source('Name,Town\n\n')],
    ['file-unclosed-quote', source('Name,Town\n"Léa,Nîmes\nSol,Sevilla\n')],
    ['file-unclosed-quote', source('Name,Town\r\n"Léa" ,"Nîmes" x\r\n')],
    ['cell-too-long', source(`Name,Town\nLéa,${'x'.repeat(fileLimits.cellCharacters + 1)}\n`)],
    ['too-many-columns', source(`${'a,'.repeat(fileLimits.columns)}b\n1,2\n`)],
    ['too-many-rows', source('Name,Town\n', 'Léa,Nîmes\n'.repeat(fileLimits.rows + 1))],
    ['file-too-large', source(...Array.from({ length: 51 }, () => Buffer.alloc(1_000_000, 'x')))],
  ])('%s', async (code, from) => {
    expect(await refusal(from)).toBe(code)
  })
})
