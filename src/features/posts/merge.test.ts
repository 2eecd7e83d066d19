import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blocksOf, chosenText, together, togetherWhole } from './merge.ts'

const base = 'One.\n\nTwo.\n\nThree.'

test('two who changed different paragraphs, neighbours as well, are brought together without a question', () => {
  const pieces = together(base, 'One, hers.\n\nTwo.\n\nThree.', 'One.\n\nTwo, his.\n\nThree.\n\nFour.')

  expect(pieces).toEqual([{ kind: 'agreed', text: 'One, hers.\n\nTwo, his.\n\nThree.\n\nFour.' }])
})

test('where both changed a paragraph, one is chosen, or both stay', () => {
  const pieces = together(base, 'One.\n\nTwo, hers.\n\nThree.', 'One.\n\nTwo, his.\n\nThree!')

  expect(pieces).toEqual([
    { kind: 'agreed', text: 'One.\n\n' },
    { kind: 'both', base: 'Two.', theirs: 'Two, hers.', mine: 'Two, his.' },
    { kind: 'agreed', text: '\n\nThree!' },
  ])
  expect([chosenText(pieces, ['mine']), chosenText(pieces, []), chosenText(pieces, ['both'])]).toEqual([
    'One.\n\nTwo, his.\n\nThree!',
    'One.\n\nTwo, hers.\n\nThree!',
    'One.\n\nTwo, hers.\n\nTwo, his.\n\nThree!',
  ])
})

test('what one took out and the other changed is asked about', () => {
  expect(
    together(base, 'One.\n\nThree.', 'One.\n\nTwo, his.\n\nThree.').some(({ kind }) => kind === 'both'),
  ).toBe(true)
})

test('nothing that one wrote alone is lost, whatever the texts', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 })
    .map((blocks) => blocks.join('\n\n'))
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(chosenText(together(before, before, after), [])).toBe(after)
      expect(chosenText(together(before, after, before), [])).toBe(after)
      expect(chosenText(together(before, after, after), [])).toBe(after)
      expect(blocksOf(after).join('')).toBe(after)
    }),
  )
})

test('a fact is taken from whoever changed it, and asked about when both did', () => {
  expect([
    togetherWhole('a', 'b', 'a'),
    togetherWhole('a', 'a', 'b'),
    togetherWhole(['a'], ['b'], ['b']),
    togetherWhole('a', 'b', 'c'),
  ]).toEqual([{ value: 'b' }, { value: 'b' }, { value: ['b'] }, null])
})
