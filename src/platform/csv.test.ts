import { expect, test } from 'vitest'
import { csvOf } from './csv.ts'

test('a table opens in a spreadsheet as it is, names and line breaks included', () => {
  expect(
    csvOf(
      ['name', 'score'],
      [
        ['Zoë "Z" Ng, Dr', 7421],
        ['two\nlines', null],
      ],
    ),
  ).toBe('\ufeff"name","score"\r\n"Zoë ""Z"" Ng, Dr","7421"\r\n"two\nlines",""\r\n')
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '  =1'])(
  'a name like %j is no formula',
  (name) => {
    expect(csvOf([], [[name]])).toBe(`\ufeff\r\n"'${name}"\r\n`)
  },
)

test('a number below zero stays a number', () => {
  expect(csvOf(['cost'], [[-12]])).toContain('"-12"')
})
