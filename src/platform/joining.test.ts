import { expect, test } from 'vitest'
import { joining } from './joining.ts'

test.each([
  ['en', 'Name: Ada', 'Who? Ada', 'Ada (Peru)', 'One. Two. Three.'],
  ['fr', 'Name\u00a0: Ada', 'Who? Ada', 'Ada (Peru)', 'One. Two. Three.'],
  ['ar', 'Name: Ada', 'Who? Ada', 'Ada (Peru)', 'One. Two. Three.'],
  ['zh', 'Name：Ada', 'Who?Ada', 'Ada（Peru）', 'One.Two.Three.'],
])(
  'in %s, texts are put beside each other with its own punctuation',
  (locale, label, question, aside, all) => {
    const { labelled, ...join } = joining(locale)

    expect([labelled('Name', 'Ada'), labelled('Who?', 'Ada')]).toEqual([label, question])
    expect([join.aside('Ada', 'Peru'), join.joined(['One.', 'Two.', 'Three.'])]).toEqual([aside, all])
  },
)

test('a question of each script is followed by no colon, also one that is set apart', () => {
  const { labelled } = joining('zh')

  expect(['谁？', 'من؟', '\u2068من؟\u2069'].map((question) => labelled(question, '甲'))).toEqual([
    '谁？甲',
    'من؟甲',
    '\u2068من؟\u2069甲',
  ])
  expect(labelled('国家')).toBe('国家：')
})

test('what has commas of its own is parted by the semicolon of the language', () => {
  const parted = ['en', 'fr', 'ar', 'zh'].map((locale) => joining(locale).parted(['a, b', 'c']))

  expect(parted).toEqual(['a, b; c', 'a, b\u202f; c', 'a, b؛ c', 'a, b；c'])
})
