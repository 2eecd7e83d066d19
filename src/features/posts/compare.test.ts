import { expect, test } from 'vitest'
import { isSameRow, sideBySide, withoutMarks } from './compare.ts'

test('two texts stand side by side: what went, what came, and word by word what was changed', () => {
  const rows = sideBySide(
    'Same.\n\nWe met in a small library.\n\nGone.',
    'Same.\n\nWe met in a large library.',
  )

  expect(rows.map(isSameRow)).toEqual([true, false, false])
  expect(rows[1]).toEqual({
    before: [
      { text: 'We met in a ', kind: 'same' },
      { text: 'small', kind: 'gone' },
      { text: ' library.', kind: 'same' },
    ],
    after: [
      { text: 'We met in a ', kind: 'same' },
      { text: 'large', kind: 'new' },
      { text: ' library.', kind: 'same' },
    ],
  })
  expect(rows[2]).toEqual({ before: [{ text: 'Gone.', kind: 'gone' }], after: null })
})

test('a heading is compared without its marks, unless only one side is one', () => {
  const [kept, mended, turned] = sideBySide(
    '## Desk\n\n## A day\n\nA line.',
    '## Desk\n\n## A week\n\n## A line.',
  ).map(withoutMarks)

  expect(kept).toEqual({
    row: { before: [{ text: 'Desk', kind: 'same' }], after: [{ text: 'Desk', kind: 'same' }] },
    isHeading: true,
  })
  expect(mended?.row.after).toEqual([
    { text: 'A ', kind: 'same' },
    { text: 'week', kind: 'new' },
  ])
  expect(turned?.isHeading).toEqual(false)
})
