import { expect, test } from 'vitest'
import { cleanText, isTangled } from './typed-text.ts'

test('text is kept to whole, printable characters and one kind of line end', () => {
  expect(cleanText('\ufeffa\r\nb\rc\u0007\ud83dd\t')).toEqual('a\nb\nc\ufffdd\t')
})

test('a long line, a long table and a page of links are not taken for an attack', () => {
  const rule = '- '.repeat(60)
  const links = '- [One](https://a.example/one_two)\n'.repeat(100)

  const wrapped =
    `${'Words that go on until the line is full, and then on the next one.\n'.repeat(10)}\n`.repeat(60)
  const table = `|a|b|c|d|\n|-|-|-|-|\n${'|1|2|3|4|\n'.repeat(100)}`
  const chinese = `${'漢字'.repeat(400)}\n\n`.repeat(50)

  expect([rule, links, wrapped, table, chinese].map(isTangled)).toEqual([false, false, false, false, false])
})
