import { expect, test } from 'vitest'
import { excerpt, readingMinutes, toPlainText } from './plain.ts'

test('a text for mail keeps its shape and its addresses', () => {
  const text = [
    '## The desk',
    'Read [our guide](/posts/guide), *please*[^a], or <https://ifla.org>.',
    '- one\n- two\n  - three',
    '2. first\n3. second',
    '> said\n> she',
    '| a | b |\n| - | - |\n| 1 | 2 |',
    '![A desk with a plant](/media/x)',
    '[^a]: With *tea*.',
  ].join('\n\n')

  const plain = toPlainText(text, 'https://iln.example')

  expect(plain.split('\n\n')).toEqual([
    'The desk',
    'Read our guide <https://iln.example/posts/guide>, please[a], or https://ifla.org.',
    '- one\n- two\n  - three',
    '2. first\n3. second',
    '> said\n> she',
    'a | b\n1 | 2',
    'A desk with a plant',
    '[a] With tea.',
  ])
})

test('a dangerous address is left out of the mail', () => {
  expect(toPlainText('[a](javascript:alert(1))')).toEqual('a')
})

test('an excerpt ends at a whole word and says that more follows', () => {
  expect(excerpt('# Title\n\nOne two[^1], three four.\n\n- five\n\n[^1]: note', 14)).toEqual('One two…')
  expect(excerpt('Short and [linked](/x).', 100)).toEqual('Short and linked.')
  expect(excerpt('', 10)).toEqual('')
})

test('an excerpt of one endless word is cut without breaking a character', () => {
  expect(excerpt('📚'.repeat(20), 5)).toEqual('📚📚…')
})

test('reading takes at least a minute, and words are counted in each language', () => {
  expect(readingMinutes('', 'en')).toEqual(1)
  expect(readingMinutes('word '.repeat(660), 'en')).toEqual(3)
  expect(readingMinutes('كلمة '.repeat(440), 'ar')).toEqual(2)
  expect(readingMinutes('图书馆'.repeat(440), 'zh')).toEqual(4)
})
