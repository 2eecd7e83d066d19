import { expect, test } from 'vitest'
import { verdictOn } from './draft.ts'

const saved = { rev: 3, writer: 'phone', seq: 2 }

test.each([
  ['the same page saves on', { rev: 3, writer: 'phone', seq: 3 }, 'take'],
  ['the answer to its last save was lost', { rev: 2, writer: 'phone', seq: 3 }, 'take'],
  ['a save was sent twice', { rev: 2, writer: 'phone', seq: 2 }, 'take'],
  ['a save came late, after the next one', { rev: 2, writer: 'phone', seq: 1 }, 'late'],
  ['another device has seen what is saved', { rev: 3, writer: 'office', seq: 1 }, 'take'],
  ['another device has not', { rev: 2, writer: 'office', seq: 9 }, 'conflict'],
] as const)('when %s, that is told from the others', (_, came, verdict) => {
  expect(verdictOn(saved, came)).toBe(verdict)
})
