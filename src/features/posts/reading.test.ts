import { expect, test } from 'vitest'
import { readMarkdown, textOf } from '../../platform/markdown.ts'
import { readingMinutes } from './reading.ts'

test('reading takes at least a minute, and words are counted in each language', () => {
  expect(readingMinutes('', 'en')).toEqual(1)
  expect(readingMinutes('word '.repeat(660), 'en')).toEqual(3)
  expect(readingMinutes('كلمة '.repeat(440), 'ar')).toEqual(2)
  expect(readingMinutes('图书馆'.repeat(440), 'zh')).toEqual(3)
  expect(readingMinutes(`${'图书馆'.repeat(267)} ${'word '.repeat(220)}`, 'zh')).toEqual(3)
})

test('the words of lists, tables, quotes, notes and pictures are read, too, but no addresses', () => {
  const shapes = [
    '- word word',
    '| word | word |\n| - | - |',
    '> word **word**',
    'word[^a]\n\n[^a]: word',
    '![word word](/media/x)',
  ]
  const minutes = (text: string) => readingMinutes(textOf(readMarkdown(`${text}\n\n`.repeat(220))), 'en')

  expect(shapes.map(minutes)).toEqual([2, 2, 2, 2, 2])
  expect(minutes('word [word](https://ifla.org/a/long/way)')).toBe(2)
})
